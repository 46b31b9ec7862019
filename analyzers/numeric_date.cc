// Dates in digits alone.
#include <algorithm>
#include <iterator>

#include "ascii.h"
#include "date_words.h"
#include "read_date.h"

namespace dragoman {
namespace {

constexpr int kFirstInDigits = 1800;

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_separator(char c) { return c == '.' || c == '/' || c == '-'; }
bool is_year(const ReadNumber& n) {
  return n.digits == 4 && n.value >= kFirstInDigits && n.value <= kLastYear;
}
bool is_short(const ReadNumber& n) { return n.digits == 1 || n.digits == 2; }
bool is_two(const ReadNumber& n) { return n.digits == 2; }

// Three numbers with the same sign between them: "24.11.2016", "24. 11. 2016".
struct Three {
  ReadNumber first, second, third;
  char sign;
};

std::optional<Three> three_at(std::string_view text, std::size_t i) {
  Three three{number_at(text, i), {}, {}, ' '};
  std::size_t at = three.first.end;
  if (at >= text.size() || !is_separator(text[at])) return std::nullopt;
  three.sign = text[at++];
  if (three.sign == '.' && at < text.size() && text[at] == ' ') ++at;
  three.second = number_at(text, at);
  at = three.second.end;
  if (!is_short(three.second) || at >= text.size() || text[at] != three.sign) return std::nullopt;
  ++at;
  if (three.sign == '.' && at < text.size() && text[at] == ' ') ++at;
  three.third = number_at(text, at);
  return three;
}

// Not a piece of a longer chain of numbers, nor of a word: 10.1.4.2022, v1.4.2022, 24.11.2016.5.
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end, char sign) {
  if (begin > 0) {
    const char before = text[begin - 1];
    if (is_digit(before) || is_ascii_letter(before) || before == '_') return false;
    if (is_separator(before) && begin > 1 && is_digit(text[begin - 2])) return false;
  }
  const auto at = [text](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  if (is_digit(at(end)) || (at(end) == sign && is_digit(at(end + 1)))) return false;
  return !is_ascii_letter(at(end)) || at(end) == 'T';
}

// "version 1.4.2022"
bool after_version(std::string_view text, std::size_t begin) {
  const std::string word = word_before(text, skip_blanks_back(text, begin)).plain;
  return word == "version" || word == "versions" || word == "версия" || word == "версии" ||
         word == "release" || word == "v";
}

// "от 24.11.16", "24.11.16 г.", "24/11/16 13:44": a year of two digits needs words beside it.
bool tells_short_year(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kBefore[] = {"от", "с",  "до",  "по", "на", "on", "dated",
                                          "du", "le", "del", "el", "am", "vom"};
  const std::string before = word_before(text, skip_blanks_back(text, begin)).plain;
  if (std::find(std::begin(kBefore), std::end(kBefore), before) != std::end(kBefore)) return true;
  const std::size_t at = skip_blanks(text, end);
  const std::string behind = word_at(text, at).plain;
  if (behind == "г" || behind == "года") return true;
  const ReadNumber hour = number_at(text, at);
  return is_two(hour) && hour.end < text.size() && text[hour.end] == ':' &&
         is_two(number_at(text, hour.end + 1));
}

}  // namespace

ReadDates read_numeric_date(std::string_view text, std::size_t i) {
  const std::optional<Three> three = three_at(text, i);
  if (!three || !stands_alone(text, i, three->third.end, three->sign)) return {};
  const auto& [first, second, third, sign] = *three;
  std::optional<Day> day, other;
  int year = third.value;
  const bool short_year = sign != '-' && is_two(first) && is_two(second) && is_two(third) &&
                          tells_short_year(text, i, third.end);
  constexpr int kPivot = 50;
  if (short_year) year += year < kPivot ? 2000 : 1900;
  if (is_year(first) && is_short(third)) {
    day = make_day(first.value, second.value, third.value);
  } else if (is_short(first) && (is_year(third) || short_year)) {
    day = make_day(year, second.value, first.value);
    other = make_day(year, first.value, second.value);
    if (sign == '.' && !day) return {};  // nobody writes 11.24.2016
    if (sign == '.') other.reset();
    if (!day) std::swap(day, other);
  }
  if (!day || (sign == '.' && after_version(text, i))) return {};
  if (other == day) other.reset();
  return {{{*day, *day}, i, third.end, false, other}};
}

}  // namespace dragoman
