#include "plain_text.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>

#include "fold.h"
#include "utf8.h"

namespace dragoman {
namespace {

bool continues(std::string_view text, std::size_t i) {
  return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0u) == 0x80;
}

char32_t plain_arabic(char32_t c) {
  switch (c) {
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ':
      return U'ا';
    case U'ؤ':
      return U'و';
    case U'ى':
    case U'ئ':
    case U'ی':
      return U'ي';
    case U'ة':
      return U'ه';
    case U'ک':
      return U'ك';
    case U'ـ':
      return 0;
    default:
      return c;
  }
}

// The letter without its marks; й stays й.
char32_t without_marks(char32_t c) {
  if (c == U'й' || c == U'ї') return c;
  UErrorCode status = U_ZERO_ERROR;
  static const UNormalizer2* const nfd = unorm2_getNFDInstance(&status);
  UChar parts[8];
  const int32_t size = unorm2_getDecomposition(nfd, static_cast<UChar32>(c), parts, 8, &status);
  if (size <= 0 || U_FAILURE(status)) return c;
  UChar32 base;
  U16_GET(parts, 0, 0, size, base);
  return static_cast<char32_t>(base);
}

}  // namespace

char32_t plain_char(char32_t c) {
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') return c | 0x20u;
    return c <= 0x20 ? U' ' : c;
  }
  const auto u = static_cast<UChar32>(c);
  if (c >= 0x400 && c < 0x460) {  // Cyrillic, quickly
    if (c < 0x430) c += c < 0x410 ? 0x50u : 0x20u;
    return c == U'ё' ? U'е' : c;
  }
  if (c >= 0x600 && c < 0x700) {
    if (u_charType(u) == U_NON_SPACING_MARK) return 0;
    if (u_isdigit(u)) return U'0' + static_cast<char32_t>(u_charDigitValue(u));
    return plain_arabic(c);
  }
  if (c >= 0x3400 && c < 0xFB00) return c == U'號' ? U'号' : simplified(c);
  if (c >= 0xFF01 && c <= 0xFF5E) return plain_char(c - 0xFF01 + '!');
  if (c == U'ı') return U'i';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return U'-';
  if (c == U'’' || c == U'‘' || c == U'ʼ' || c == U'´') return U'\'';
  if (c == U'“' || c == U'”' || c == U'«' || c == U'»') return U'"';
  if (u_isUWhiteSpace(u)) return U' ';
  if (u_charType(u) == U_FORMAT_CHAR || u_charType(u) == U_NON_SPACING_MARK) return 0;
  return without_marks(static_cast<char32_t>(u_tolower(u)));
}

void PlainText::read(std::string_view text, std::size_t begin, std::size_t end) {
  chars_.clear();
  origins_.clear();
  end = std::min(end, text.size());
  while (continues(text, begin)) ++begin;
  while (continues(text, end)) ++end;
  chars_.reserve(end - begin);
  origins_.reserve(end - begin + 1);
  for (std::size_t i = begin; i < end;) {
    const auto at = static_cast<std::uint32_t>(i);
    const char32_t c = plain_char(next_code_point(text, i));
    if (c == 0 || (c == ' ' && chars_.ends_with(' '))) continue;
    append_utf8(chars_, c);
    origins_.resize(chars_.size(), at);
  }
  origins_.push_back(static_cast<std::uint32_t>(end));
}

}  // namespace dragoman
