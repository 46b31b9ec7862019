// Walking UTF-8 by code points, for the readers (the analyzers' own is not public).
#pragma once

#include <unicode/utf8.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman {

// The code point at byte `i`, U+FFFD for ill-formed bytes; moves `i` behind it.
// Requires: i < text.size().
inline UChar32 next_code_point(std::string_view text, std::size_t& i) {
  UChar32 c;
  auto at = static_cast<std::int64_t>(i);
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at,
                  static_cast<std::int64_t>(text.size()), c);
  i = static_cast<std::size_t>(at);
  return c;
}

// What is no character is appended as U+FFFD.
inline void append_code_point(std::string& out, UChar32 c) {
  if (c < 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes, static_cast<std::size_t>(length));
}

}  // namespace dragoman
