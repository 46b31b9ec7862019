// Latin letters typed for the Cyrillic ones that look the same, "OOH" for "ООН": common in Russian
// texts, and invisible to who wrote them.
//
//   cyrillic_twin("OOH")  -> "ООН"
//   cyrillic_twin("UN")   -> nothing: there is no Cyrillic U or N
//
// The pairs are those of the Unicode confusables (UTS #39) whose shapes agree in common fonts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

// The surface with its Latin letters in Cyrillic; nothing when one of them has no twin. Linear.
std::optional<std::string> cyrillic_twin(std::string_view surface);

// Whether letters of both alphabets stand in one word.
bool mixes_latin_and_cyrillic(std::string_view surface);

}  // namespace dragoman
