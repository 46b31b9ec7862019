// Character references of SGML and HTML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dragoman {

// When a reference stands at byte `i` of `text` ("&amp;", "&#8212;"), appends its character to
// `out` and moves `i` behind it; else false. Controls that no text has become nothing.
bool take_entity(std::string_view text, std::size_t& i, std::string& out);

}  // namespace dragoman
