// The shape of a word tells whether it can be a short form.
//
//   "UNCTAD's" -> kPlain   "anti-CSTO" -> kParts   "A/RES/71/12" -> kNone
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dragoman {

// Letters between joiners: "UN" and "Women" of "UN-Women".
struct WordPart {
  std::uint32_t begin = 0;  // in the word
  std::uint32_t end = 0;
  std::uint16_t upper = 0;
  std::uint16_t lower = 0;
  std::uint16_t digits = 0;
  char32_t joiner = 0;  // before it; 0 for the first
  bool first_upper = false;
  bool last_upper = false;
  bool upper_pair_inside = false;  // two capitals side by side, behind a small letter: EurAsEC

  bool letters_only() const { return digits == 0; }
  bool capitals() const { return upper > 0 && lower == 0; }
  std::size_t length() const { return std::size_t{upper} + lower + digits; }
};

struct WordParts {
  static constexpr std::size_t kMost = 8;
  std::array<WordPart, kMost> parts;
  std::size_t size = 0;
  bool possessive = false;  // 's behind it, counted to no part
  bool overflow = false;

  const WordPart& operator[](std::size_t i) const { return parts[i]; }
};

WordParts parts_of(std::string_view word);

enum class Shape : std::uint8_t { kNone, kDefinable, kParts, kPlain };

// Requires: `parts` are those of a word cut at spaces, brackets, quotation marks and commas.
Shape shape_of(std::string_view word, const WordParts& parts);

// U.N.  C.F.R  EE.UU.
bool is_dotted(const WordParts& parts);

// Whether one part, by itself, is a short form: CSTO, NGOs, HCFC22, EurAsEC, MoF.
bool is_plain_part(std::string_view word, const WordPart& part);

// XVIII, XLII; not CD, MM, CLI, which are short forms more often than numbers.
bool is_roman_numeral(std::string_view word);

}  // namespace dragoman
