// Makes any bytes valid UTF-8 without NULs: what is ill-formed becomes U+FFFD, one for each
// maximal piece, as the WHATWG Encoding Standard counts them. Linear; a text that is
// well-formed is not copied.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

struct Mended {
  std::size_t count = 0;  // of U+FFFD put in
  std::size_t first = 0;  // where the first ill-formed byte was; meaningless when there was none
};

// The first byte that is ill-formed or NUL.
std::optional<std::size_t> find_ill_formed(std::string_view text);

Mended mend_utf8(std::string& text);

}  // namespace dragoman
