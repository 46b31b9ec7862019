// Document symbols as a user types them: "a/res/71/12", "UNSCR 2334", "resolution 2334 (2016)".
#pragma once

#include <string>
#include <string_view>

#include "dragoman/export.h"

namespace dragoman {

// The canonical form of `text` when the whole of it is one symbol or citation (any case, blanks round slashes);
// empty otherwise. A resolution of the Security Council without its year stays without: S/RES/2334.
DRAGOMAN_API std::string canonical_symbol(std::string_view text);

// Whether `text` as a whole is a citation as texts have it, number and year or session without the body whose it
// is: "resolution 2334 (2016)", "1514 (XV)"; not "S/RES/2334", "UNSCR 2334", "Security Council resolution 2334 (2016)".
DRAGOMAN_API bool is_bare_citation(std::string_view text);

// The document that `canonical` is an issue or a part of: without /Rev.1, /Add.1, /Corr.1, (Resumption 1), (Vol. II), the
// letter of a part of a resolution, and without the year of a resolution of the Security Council, which its number tells:
// A/C.3/71/L.9/Rev.1 -> A/C.3/71/L.9, A/RES/49/75K -> A/RES/49/75, S/RES/2334(2016) -> S/RES/2334; A/RES/1514(XV) is its
// own.
DRAGOMAN_API std::string base_symbol(std::string_view canonical);

}  // namespace dragoman
