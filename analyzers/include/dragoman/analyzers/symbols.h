// Document symbols as a user types them: "a/res/71/12", "UNSCR 2334", "resolution 2334 (2016)".
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// The canonical form of `text` when the whole of it is one symbol or citation (any case, blanks
// round slashes); empty otherwise. S/RES/2334 stays without its year.
std::string canonical_symbol(std::string_view text);

// The document that a symbol belongs to: without revision, addendum, corrigendum and resumption,
// and a resolution of the Security Council without its year. A/RES/1514(XV) keeps its session.
std::string base_symbol(std::string_view canonical);

}  // namespace dragoman
