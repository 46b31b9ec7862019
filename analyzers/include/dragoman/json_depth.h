// How deep the objects and arrays of a JSON text lie in each other. Asked before a text of others is parsed: a value is
// copied and printed by a function that calls itself for each level, and some ten thousand of them are the end of the stack.
//
//   json_depth(R"({"a": [1, 2]})")   // 2
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace dragoman {

// More than any honest document has, and far from the end of any stack.
inline constexpr std::size_t kMostJsonDepth = 200;

// Exact for JSON; any number for what is none. Linear in the text.
inline std::size_t json_depth(std::string_view text) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

}  // namespace dragoman
