#include "readers/utf8_mend.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace dragoman {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Where the run of ASCII without NULs that begins at `i` ends, up to seven bytes too early.
std::size_t skip_plain(std::string_view text, std::size_t i) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  std::uint64_t eight;
  for (; i + sizeof eight <= text.size(); i += sizeof eight) {
    std::memcpy(&eight, text.data() + i, sizeof eight);
    // The subtraction sets the high bit of a byte that is zero.
    if (((eight | (eight - kOnes)) & kHighBits) != 0) break;
  }
  return i;
}

// The next ill-formed piece or NUL from `i` on, as [begin, end); begin == size when there is none.
struct IllFormed {
  std::size_t begin;
  std::size_t end;
};
IllFormed next_ill_formed(std::string_view text, std::size_t from) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  auto i = static_cast<std::int64_t>(from);
  while (i < size) {
    if (bytes[i] < 0x80 && bytes[i] != 0) {
      i = static_cast<std::int64_t>(skip_plain(text, static_cast<std::size_t>(i)));
      if (i >= size) break;
    }
    const std::int64_t start = i;
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    if (c <= 0) return {static_cast<std::size_t>(start), static_cast<std::size_t>(i)};
  }
  return {text.size(), text.size()};
}

}  // namespace

std::optional<std::size_t> find_ill_formed(std::string_view text) {
  const IllFormed piece = next_ill_formed(text, 0);
  if (piece.begin == text.size()) return std::nullopt;
  return piece.begin;
}

Mended mend_utf8(std::string& text) {
  IllFormed piece = next_ill_formed(text, 0);
  Mended mended{0, piece.begin};
  if (piece.begin == text.size()) return mended;
  std::string out;
  out.reserve(text.size() + 16);
  std::size_t copied = 0;
  while (piece.begin < text.size()) {
    out.append(text, copied, piece.begin - copied);
    out += kReplacement;
    ++mended.count;
    copied = piece.end;
    piece = next_ill_formed(text, piece.end);
  }
  out.append(text, copied);
  text = std::move(out);
  return mended;
}

}  // namespace dragoman
