// Words that differ from a word as a slip of the hand does: a letter too many, too few, another one, or two that
// changed places (Damerau 1964).
//
//   edit_distance("мирр", "мир")      -> 1
//   edits_of("mir")                   -> "ir", "amir", "imr", "mia" …: some 60 for each letter
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// All strings one edit away, with the letters of the word's own script: Latin, Cyrillic or Arabic, folded. Nothing for
// other scripts, and for words of more than 32 letters.
std::vector<std::string> edits_of(std::string_view folded);

// Edits between two words, each place edited once (optimal string alignment); letters, not bytes. Quadratic.
unsigned edit_distance(std::string_view a, std::string_view b);

}  // namespace dragoman
