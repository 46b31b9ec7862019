#include "punctuation.h"

#include "char_kind.h"
#include "utf8.h"

namespace dragoman {

std::size_t skip_spaces_and_quotes(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t after = at;
    const char32_t c = next_code_point(text, after);
    if (kind_of(c) != CharKind::kSpace && !is_quote(c)) break;
    at = after;
  }
  return at;
}

}  // namespace dragoman
