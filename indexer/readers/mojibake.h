// Finds and repairs text that was UTF-8, was taken for another encoding and encoded again:
// "РћР”РљР‘" is ОДКБ read as windows-1251, "rÃ©solution" is résolution read as windows-1252.
//
//   std::string text = "РћР”РљР‘";  repair_mojibake(text);  // true; text is "ОДКБ"
//
// It repairs a line when all its characters outside ASCII turn back into well-formed UTF-8,
// which lines that were right practically never do, and what can be repaired of a text where
// nearly all do. Twice encoded text is repaired twice. Linear, and quick on text that is right.
#pragma once

#include <string>

namespace dragoman {

// Requires: `text` is valid UTF-8. Whether anything was changed.
bool repair_mojibake(std::string& text);

}  // namespace dragoman
