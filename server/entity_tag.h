// The header If-None-Match (RFC 9110, 13.1.2).
#pragma once

#include <string_view>

namespace dragoman {

// Whether `header` names `tag` ("\"x\"" or "W/\"x\""), compared weakly, or is *.
bool has_entity_tag(std::string_view header, std::string_view tag);

}  // namespace dragoman
