// Document symbols: "A/RES/71/12" as it is printed, and citations in words in the six UN
// languages: "resolution 2334 (2016)", "General Assembly resolution 71/12", "第2334(2016)号决议".
// Both give the same canonical form: S/RES/2334(2016), A/RES/71/12, A/RES/1514(XV).
//
// Grammar and patterns: ST/LIB/SER.B of the Dag Hammarskjöld Library, and the symbol rules
// of OSCE, AU, CoE, OAS, WHO, IAEA and EU. Linear in the length of the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// In the order of the text, never overlapping.
std::vector<SymbolMention> find_symbols(std::string_view text);

// The canonical form of `text` when the whole of it is one symbol or citation as a user types
// it (any case, spaces round slashes, "UNSCR 2334", "S/RES/2334"); empty otherwise.
// A Security Council resolution without its year stays without: S/RES/2334.
std::string canonical_symbol(std::string_view text);

}  // namespace dragoman
