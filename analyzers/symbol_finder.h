// Document symbols: "A/RES/71/12" as it is printed, and citations in words in the six UN
// languages: "resolution 2334 (2016)", "General Assembly resolution 71/12", "第2334(2016)号决议".
// Both give the same canonical form: S/RES/2334(2016), A/RES/71/12, A/RES/1514(XV).
//
// The canonical form has no blanks; capitals but for the words that symbols print in mixed case
// (Rev.1, Add.2, Corr.1, Sub.2, Resumption, Vol.I, Assembly/AU/Dec.605(XXVII), CM/Rec(2016)1,
// …final); the part of an old resolution last: A/RES/217(III)A. Symbols of others are only made
// compact: AG/RES.2887(XLVI-O/16), COM(2020)66final, (EU)No269/2014, 2014/145/CFSP, 1155UNTS331. A
// resolution of the Parliamentary Assembly of the Council of Europe, which has no symbol, is
// PACE/RES/2132(2016).
//
// Grammar and patterns: ST/LIB/SER.B of the Dag Hammarskjöld Library, and the symbol rules
// of OSCE, AU, CoE, OAS, WHO, IAEA and EU. Every symbol has a digit, so only the surroundings of
// digits are read, and only so far: linear in the length of the text. Functions without state.
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "dragoman/analyzers/symbols.h"

namespace dragoman {

// In the order of the text. A symbol's range is what a reader would mark: "General Assembly
// resolution 71/12", "A/RES/71/12". Ranges never overlap, except that all members of "resolutions
// 71/9 to 71/19" have that range.
std::vector<SymbolMention> find_symbols(std::string_view text);

}  // namespace dragoman
