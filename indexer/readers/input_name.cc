#include "readers/input_name.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace dragoman {
namespace {

bool is_control(UChar32 c) {
  // Those of C0 and C1, line and paragraph separator, and what turns the direction of writing.
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void append_percent(std::string& out, std::string_view bytes) {
  constexpr char kHex[] = "0123456789ABCDEF";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4u];
    out += kHex[byte & 15u];
  }
}

}  // namespace

std::string displayed_name(std::string_view path) {
  std::string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(path.data());
  const auto size = static_cast<std::int64_t>(path.size());
  for (std::int64_t i = 0; i < size;) {
    const std::int64_t start = i;
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    const std::string_view piece =
        path.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start));
    if (is_control(c)) {  // also ill-formed bytes, which read as -1
      append_percent(out, piece);
    } else {
      out += piece;
    }
  }
  return out;
}

std::string_view file_name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string ending_of(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string ending(file_name.substr(dot + 1));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending;
}

}  // namespace dragoman
