// The words that acronyms skip: articles, prepositions and conjunctions of the languages in
// which organizations are named. One table for all languages, since names are quoted across them.
//
//   is_function_word("de")  is_function_word("Für")  is_function_word("о")   -> true
#pragma once

#include <string_view>

namespace dragoman {

// Whatever the case of its letters. No allocation.
bool is_function_word(std::string_view word);

}  // namespace dragoman
