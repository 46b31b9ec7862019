#include "printable.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace dragoman {
namespace {

// Joiners are letters' business in Persian and in the scripts of India.
bool is_seen(UChar32 c) {
  constexpr UChar32 kNonJoiner = 0x200C, kJoiner = 0x200D;
  if (c == kNonJoiner || c == kJoiner) return true;
  switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_PRIVATE_USE_CHAR:
    case U_UNASSIGNED:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return false;
    default:
      return true;
  }
}

std::string cleaned(std::string_view text, bool lines) {
  std::string out;
  out.reserve(text.size());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c < 0) {
      out += "\xEF\xBF\xBD";
    } else if (c == '\n' || c == '\t' || c == '\r') {
      if (lines && c == '\n')
        out += '\n';
      else if (c != '\r')
        out += ' ';
    } else if (is_seen(c)) {
      out.append(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin));
    }
  }
  return out;
}

}  // namespace

std::string printable(std::string_view text) { return cleaned(text, false); }

std::string printable_lines(std::string_view text) { return cleaned(text, true); }

}  // namespace dragoman
