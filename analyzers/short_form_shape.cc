#include "short_form_shape.h"

#include <algorithm>

#include "char_kind.h"
#include "punctuation.h"
#include "utf8.h"

namespace dragoman {
namespace {

constexpr std::size_t kLongestPlain = 8;     // UNPROFOR; longer ones are words in capitals
constexpr std::size_t kLongestInitials = 5;  // MoHFW; AfDB
constexpr std::size_t kLongestPair = 2;      // EE.UU.

std::string_view piece(std::string_view word, const WordPart& part) {
  return word.substr(part.begin, part.end - part.begin);
}

// NGOs: capitals and a plural's s.
bool is_plural(std::string_view word, const WordPart& part) {
  return part.upper >= 2 && part.lower == 1 && part.digits == 0 && word[part.end - 1] == 's';
}

bool is_capitals(std::string_view word, const WordPart& part) {
  return part.upper >= 2 && (part.lower == 0 || is_plural(word, part));
}

template <typename Test>
bool all_parts(const WordParts& parts, Test test) {
  return std::all_of(parts.parts.begin(), parts.parts.begin() + parts.size, test);
}

template <typename Test>
bool any_part(const WordParts& parts, Test test) {
  return std::any_of(parts.parts.begin(), parts.parts.begin() + parts.size, test);
}

bool joined_by(const WordParts& parts, char32_t joiner) {
  return any_part(parts, [joiner](const WordPart& part) { return part.joiner == joiner; });
}

// A/RES/71/12, E/CN.4/1998/4, 9/CP.7, S/he: a slash beside a number or a lone letter.
bool is_symbol(const WordParts& parts) {
  if (!joined_by(parts, U'/')) return false;
  if (parts.overflow) return true;
  return any_part(parts, [](const WordPart& part) { return part.length() == part.digits; }) ||
         parts[0].length() == 1 || parts[1].length() == 1;
}

Shape shape_of_compound(std::string_view word, const WordParts& parts) {
  const auto capitals = [word](const WordPart& part) {
    return is_capitals(word, part) && !is_roman_numeral(piece(word, part));
  };
  if (!any_part(parts, capitals)) {
    const bool ampersand = joined_by(parts, U'&') || joined_by(parts, U'+');
    const bool initials = all_parts(
        parts, [](const WordPart& part) { return part.capitals() && part.letters_only(); });
    return ampersand && initials ? Shape::kPlain : Shape::kDefinable;
  }
  const bool plain = all_parts(parts, [&](const WordPart& part) {
    return part.lower == 0 || is_plain_part(word, part) ||
           (part.begin > 0 && part.first_upper && capitals(parts[0]));
  });
  return plain ? Shape::kPlain : Shape::kParts;
}

// The value of a canonical Roman numeral; 0 when there is none.
int roman_value(std::string_view word) {
  struct Digit {
    std::string_view letters;
    int value;
  };
  constexpr Digit kDigits[] = {{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10},
                               {"IX", 9},  {"V", 5},   {"IV", 4}, {"I", 1}};
  int value = 0;
  for (const Digit& digit : kDigits) {
    int repeats = digit.letters.size() == 1 && digit.letters != "V" && digit.letters != "L" ? 3 : 1;
    for (; repeats > 0 && word.starts_with(digit.letters); --repeats) {
      value += digit.value;
      word.remove_prefix(digit.letters.size());
    }
  }
  return word.empty() ? value : 0;
}

}  // namespace

bool is_roman_numeral(std::string_view word) {
  if (word.empty() || word.size() > 9) return false;
  // "CC", "CLI", "DC" stand for names far more often than for numbers.
  const bool names_more_often = word.front() == 'C' && word.find('X') == std::string_view::npos &&
                                word.find('V') == std::string_view::npos;
  return !names_more_often && roman_value(word) > 0;
}

WordParts parts_of(std::string_view word) {
  WordParts parts;
  bool open = false;
  bool upper_before = false;
  char32_t joiner = 0;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t at = i;
    const char32_t c = next_code_point(word, i);
    const CharKind kind = kind_of(c);
    if (!is_letter_or_digit(kind)) {
      joiner = open || joiner == 0 ? c : joiner;
      open = false;
      continue;
    }
    if (!open) {
      if (parts.size == WordParts::kMost) {
        parts.overflow = true;
        return parts;
      }
      parts.parts[parts.size] = {};
      parts.parts[parts.size].begin = static_cast<std::uint32_t>(at);
      parts.parts[parts.size].joiner = parts.size == 0 ? 0 : joiner;
      parts.parts[parts.size++].first_upper = kind == CharKind::kUpper;
      open = true;
      upper_before = false;
    }
    WordPart& part = parts.parts[parts.size - 1];
    part.end = static_cast<std::uint32_t>(i);
    part.last_upper = kind == CharKind::kUpper;
    if (kind == CharKind::kUpper) {
      if (upper_before && part.lower > 0) part.upper_pair_inside = true;
      ++part.upper;
    } else if (kind == CharKind::kDigit) {
      ++part.digits;
    } else {
      ++part.lower;
    }
    upper_before = kind == CharKind::kUpper;
  }
  if (parts.size >= 2) {
    const WordPart& last = parts[parts.size - 1];
    if (is_apostrophe(last.joiner) && (piece(word, last) == "s" || piece(word, last) == "S")) {
      parts.possessive = true;
      --parts.size;
    }
  }
  return parts;
}

bool is_dotted(const WordParts& parts) {
  return parts.size >= 2 && all_parts(parts, [](const WordPart& part) {
           return part.capitals() && part.digits == 0 && part.upper <= kLongestPair &&
                  (part.joiner == 0 || part.joiner == U'.');
         });
}

bool is_plain_part(std::string_view word, const WordPart& part) {
  if (piece(word, part).starts_with("Mc")) return false;  // McDONALD
  if (part.upper < 2 || is_roman_numeral(piece(word, part))) return false;
  if (kind_of(code_point_at(word, part.begin)) == CharKind::kDigit) return false;
  if (part.lower == 0) return part.upper <= kLongestPlain;
  if (is_plural(word, part)) return true;
  return part.upper_pair_inside || (part.last_upper && part.length() <= kLongestInitials);
}

Shape shape_of(std::string_view word, const WordParts& parts) {
  if (parts.size == 0 || is_symbol(parts)) return Shape::kNone;
  if (parts.overflow) return is_dotted(parts) ? Shape::kPlain : Shape::kNone;
  if (parts.size == 1) return is_plain_part(word, parts[0]) ? Shape::kPlain : Shape::kDefinable;
  if (is_dotted(parts)) return Shape::kPlain;
  return shape_of_compound(word, parts);
}

}  // namespace dragoman
