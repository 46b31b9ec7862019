// Walking UTF-8 by code points. Ill-formed bytes read as U+FFFD, one at a time as the
// WHATWG Encoding Standard counts them; nothing reads past the end of the text.
#pragma once

#include <unicode/utf8.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman {

// The code point at byte `i`; moves `i` behind it. Requires: i < text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& i) {
  const auto first = static_cast<unsigned char>(text[i]);
  if (first < 0x80) {
    ++i;
    return first;
  }
  UChar32 c;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at = static_cast<std::int64_t>(i);
  const auto size = static_cast<std::int64_t>(text.size());
  U8_NEXT_OR_FFFD(bytes, at, size, c);
  i = static_cast<std::size_t>(at);
  return static_cast<char32_t>(c);
}

// The code point that ends before byte `i`; moves `i` to its start. Requires: i > 0.
inline char32_t previous_code_point(std::string_view text, std::size_t& i) {
  const auto last = static_cast<unsigned char>(text[i - 1]);
  if (last < 0x80) {
    --i;
    return last;
  }
  UChar32 c;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at32 = static_cast<std::int32_t>(i);
  U8_PREV_OR_FFFD(bytes, 0, at32, c);
  i = static_cast<std::size_t>(at32);
  return static_cast<char32_t>(c);
}

inline char32_t code_point_at(std::string_view text, std::size_t i) {
  return i < text.size() ? next_code_point(text, i) : U'\0';
}

inline void append_utf8(std::string& out, char32_t c) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  UBool error = false;
  U8_APPEND(bytes, length, U8_MAX_LENGTH, static_cast<UChar32>(c), error);
  if (error) {
    out += "\xEF\xBF\xBD";
    return;
  }
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

}  // namespace dragoman
