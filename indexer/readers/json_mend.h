// Turns what programs write for JSON, and is none, into JSON.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// NaN and Infinity become null, integers too long for 64 bits strings, halves of surrogate pairs
// \ufffd, raw control characters in strings escapes. Other text stays as it is.
std::string mend_json(std::string_view text);

}  // namespace dragoman
