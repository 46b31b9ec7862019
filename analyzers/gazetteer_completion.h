// What a typed beginning and the beginning of a name must share to be taken for one another: "u.n.
// se" and "UN Security Council" meet at "unse". Case, accents, blanks, dots and hyphens do not
// count.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

std::string completion_key(std::string_view text);

}  // namespace dragoman
