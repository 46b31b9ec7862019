// Patterns of document symbols, a line of text each:
//
//   S/RES/#[ (~)]      S/RES/2334 (2016)  ->  S/RES/2334(2016)
//   CM/Rec(~)#         CM/REC(2016) 1     ->  CM/Rec(2016)1
//
// Letters and signs stand for themselves; what matches is written as the pattern has it, so that
// the result is the canonical form. Capitals of a pattern must be capitals in the text unless any
// case is allowed; small letters match both cases. A blank is an optional blank, and is not
// written. Further:
//
//   #  number of up to six digits       +  the same, at least three digits     4  four digits (also
//   2, 5) ~  year                             ^  Roman numeral                       %  session
//   31-99 =  old numbering: 1514(XV)          &  part of a resolution, or nothing    @  word in
//   capitals $  slashed path that holds numbers  *  suffixes: /Rev.1 (Vol. II), or none [x] x or
//   nothing    {x|y} one of    <x> x, which is not written            \x x itself
//
// Choice is ordered and never taken back (a parsing expression grammar: Ford, POPL 2004), so
// matching is linear. Functions without state.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dragoman {

// Matches `pattern` at `chars[at]`, which come from a SymbolText. Appends the canonical form to
// `out`, and returns the place behind the match; returns 0, and leaves `out` alone, when there is
// none.
std::size_t match_symbol(std::string_view pattern, std::string_view chars, std::size_t at,
                         bool any_case, std::string& out);

// The value of a Roman numeral in capitals, 0 when it is none.
int roman_value(std::string_view numeral);

// 29 -> "XXIX"; empty for numbers below 1.
std::string roman_numeral(int value);

}  // namespace dragoman
