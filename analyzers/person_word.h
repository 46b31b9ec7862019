// The form of a word by which names of people are looked up, when the table is made and when texts
// are read.
#pragma once

#include <string_view>

#include "word.h"

namespace dragoman {

// Folded; Arabic also without the clitics before it.
inline std::string_view person_word(const Word& word) {
  return word.script == Script::kArabic ? word.key : word.folded;
}

}  // namespace dragoman
