// Quotation marks, brackets and dashes of the languages that name organizations.
#pragma once

#include <cstddef>
#include <string_view>

namespace dragoman {

constexpr bool is_quote(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
    case U'‘':
    case U'’':
      return true;
    default:
      return false;
  }
}

constexpr bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }
constexpr bool is_open_bracket(char32_t c) { return c == U'(' || c == U'（' || c == U'['; }
constexpr bool is_close_bracket(char32_t c) { return c == U')' || c == U'）' || c == U']'; }
constexpr bool is_hyphen(char32_t c) { return c == U'-' || c == U'‐' || c == U'‑'; }
constexpr bool is_dash(char32_t c) { return c == U'-' || c == U'–' || c == U'—' || c == U'―'; }

// The first byte from `at` on that is neither space nor quotation mark.
std::size_t skip_spaces_and_quotes(std::string_view text, std::size_t at);

}  // namespace dragoman
