// Folding: what differs in case, width, accents or spelling variants becomes equal.
//
//   Coopération, COOPERATION -> cooperation       Ёлка -> елка
//   الأُمَم -> الامم    組織 -> 组织               ＵＮ -> un
//
// NFKC_Casefold of Unicode first. Then accents go from Latin and Greek letters; Cyrillic
// keeps й and loses ё; Arabic loses vowel signs, tatweel and the seats of hamza
// (the normalization of Larkey, Ballesteros and Connell, SIGIR 2002); Han becomes simplified.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// Case, width and invisible characters only: what a stemmer wants to see.
std::string fold_case(std::string_view text);

// The rest of folding, of text that went through fold_case.
std::string fold_accents(std::string_view case_folded);

inline std::string fold(std::string_view text) { return fold_accents(fold_case(text)); }

// The simplified form of a Han character; other characters as they are.
char32_t simplified(char32_t c);

}  // namespace dragoman
