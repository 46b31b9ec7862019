// Text of others in one line that a terminal does not obey and that says nothing unseen.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// Controls (but line ends and tabs, which become blanks), turns of direction, and characters that are there without
// being seen (tags, unassigned ones) are left out; ill-formed UTF-8 becomes U+FFFD.
std::string printable(std::string_view text);

// The same, with its lines.
std::string printable_lines(std::string_view text);

}  // namespace dragoman
