// What the finders of short forms ask of a character, answered without allocation.
//
//   kind_of(U'Ш') == CharKind::kUpper     base_of(U'É') == U'e'
#pragma once

#include <unicode/uchar.h>

#include <array>
#include <cstdint>

namespace dragoman {

enum class CharKind : std::uint8_t {
  kBreak,  // ends a short form: quotes, brackets, commas, everything else
  kSpace,
  kUpper,
  kLower,
  kLetter,  // of a script without case
  kDigit,
  kJoiner,  // may stand inside a short form: - . / & + $ and apostrophes
};

namespace internal {

constexpr std::array<CharKind, 128> ascii_kinds() {
  std::array<CharKind, 128> kinds{};
  for (unsigned c = 'A'; c <= 'Z'; ++c) kinds[c] = CharKind::kUpper;
  for (unsigned c = 'a'; c <= 'z'; ++c) kinds[c] = CharKind::kLower;
  for (unsigned c = '0'; c <= '9'; ++c) kinds[c] = CharKind::kDigit;
  for (const char c : {' ', '\t', '\n', '\r', '\f', '\v'})
    kinds[static_cast<unsigned char>(c)] = CharKind::kSpace;
  for (const char c : {'-', '.', '/', '&', '+', '\'', '@', '_', '$'})
    kinds[static_cast<unsigned char>(c)] = CharKind::kJoiner;
  return kinds;
}

inline constexpr std::array<CharKind, 128> kAsciiKinds = ascii_kinds();

}  // namespace internal

// Outside of ASCII, the alphabets of Europe by range, the rest by ICU.
inline CharKind kind_of(char32_t c) {
  if (c < 0x80) return internal::kAsciiKinds[c];
  if (c >= 0x410 && c <= 0x44F) return c < 0x430 ? CharKind::kUpper : CharKind::kLower;
  if (c >= 0x2000 && c <= 0x206F) {
    if (c <= 0x200A || c == 0x202F || c == 0x205F) return CharKind::kSpace;
    return c == 0x2019 || c == 0x2010 || c == 0x2011 ? CharKind::kJoiner : CharKind::kBreak;
  }
  if (c == 0xA0 || c == 0x3000) return CharKind::kSpace;
  const auto u = static_cast<UChar32>(c);
  if (u_isupper(u)) return CharKind::kUpper;
  if (u_islower(u)) return CharKind::kLower;
  if (u_isdigit(u)) return CharKind::kDigit;
  return u_isalpha(u) || u_charType(u) == U_NON_SPACING_MARK ? CharKind::kLetter : CharKind::kBreak;
}

inline bool is_letter(CharKind kind) {
  return kind == CharKind::kUpper || kind == CharKind::kLower || kind == CharKind::kLetter;
}

inline bool is_letter_or_digit(CharKind kind) {
  return is_letter(kind) || kind == CharKind::kDigit;
}

// The letter in lower case and without its accent, as far as one character can say.
char32_t base_of(char32_t c);

}  // namespace dragoman
