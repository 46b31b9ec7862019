// The words of relative dates, in seven languages: facts, in one table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dragoman {

enum class RelativeKind : std::uint8_t {
  kDay,      // value: days from today: yesterday -1
  kWeekday,  // value: 1 Monday to 7 Sunday
  kUnit,     // value: a RelativeUnit
  kLast,     // "last", "прошлом", "pasado"
  kThis,
  kNext,
  kAgo,     // behind the length of time: "ago", "назад"
  kSince,   // before it: "il y a", "hace", "قبل"
  kNumber,  // value: the number
};

enum RelativeUnit : std::int8_t { kDays, kWeeks, kMonths, kYears, kDecades };

struct RelativeWord {
  std::string_view word;  // plain
  RelativeKind kind;
  int value = 0;
  // kWeekday: only behind a preposition or "last", "next". kUnit: one of it, as in "last year".
  bool special = false;
  bool capital = false;  // only with a capital letter: English weekdays
};

// What `plain` is; nullptr for all other words.
const RelativeWord* relative_word(std::string_view plain);

// Whether a word that begins with these plain characters (0 where it is shorter) may be a day,
// weekday or unit. `length` is that of a word of ASCII letters, 0 for others.
bool may_be_relative(char32_t first, char32_t second, char32_t third, std::size_t length);

}  // namespace dragoman
