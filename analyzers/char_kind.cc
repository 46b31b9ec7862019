#include "char_kind.h"

#include <unicode/unorm2.h>

namespace dragoman {
namespace {

// й is a letter of its own, not an accented и; ё and е are one.
constexpr char32_t kShortI = U'й';

char32_t without_accent(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  static const UNormalizer2* const nfc = unorm2_getNFCInstance(&status);
  if (nfc == nullptr) return c;
  UChar parts[8];
  const std::int32_t length =
      unorm2_getDecomposition(nfc, static_cast<UChar32>(c), parts, 8, &status);
  return U_SUCCESS(status) && length >= 1 && !U16_IS_SURROGATE(parts[0]) ? parts[0] : c;
}

}  // namespace

char32_t base_of(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
  const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  if (lower == kShortI || (lower >= 0x3400 && lower <= 0x9FFF)) return lower;
  return without_accent(lower);
}

}  // namespace dragoman
