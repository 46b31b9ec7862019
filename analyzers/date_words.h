// The words of dates: months in a dozen languages, and what binds days to ranges and lists.
//
//   ноября, novembre, Nov., تشرين الثاني/نوفمبر  ->  11
//
// Everything reads forward or backward from one place over a few words only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dragoman {

// What may be a year.
inline constexpr int kFirstYear = 1600;
inline constexpr int kLastYear = 2199;

// Digits of any script.
struct ReadNumber {
  int value = -1;  // -1: no number, or one of more than four digits
  int digits = 0;
  std::size_t end = 0;
};
ReadNumber number_at(std::string_view text, std::size_t i);

// A run of letters in plain form (plain_text.h); empty when there is none.
struct ReadWord {
  std::string plain;
  std::size_t begin = 0, end = 0;
  bool capital = false;  // its first letter is
};
ReadWord word_at(std::string_view text, std::size_t i);
ReadWord word_before(std::string_view text, std::size_t end);

// Behind, or before, the blanks at `i`: at most one line's end.
std::size_t skip_blanks(std::string_view text, std::size_t i);
std::size_t skip_blanks_back(std::string_view text, std::size_t i);

struct ReadMonth {
  int month = 0;  // 0: none
  std::size_t begin = 0, end = 0;
  bool word_too = false;  // "May", "March": a word of the language as well
};
// The month that follows a day at `i`: " November", ". ноября", " de noviembre", "-Nov-", " تشرين
// الثاني/نوفمبر".
ReadMonth month_behind_day(std::string_view text, std::size_t i);
// The month whose name begins at `i`.
ReadMonth month_at(std::string_view text, std::size_t i);
// The month that stands before `i`: "November |24", "Nov. |2016", "noviembre de |2016".
ReadMonth month_before(std::string_view text, std::size_t i);

enum class Link { kNone, kRange, kList };
struct ReadLink {
  Link link = Link::kNone;
  std::size_t end = 0;  // behind it and its blanks
};
// "–", " to ", " по "; ", ", " and ", " и ".
ReadLink link_at(std::string_view text, std::size_t i);
// The same before `i`; `end` is where it begins.
ReadLink link_before(std::string_view text, std::size_t i);

struct ReadYear {
  int year = 0;  // 0: none
  std::size_t end = 0;
};
// The year that follows a month: " 2016", ", 2016", " de 2016", " 2016 года".
ReadYear year_behind_month(std::string_view text, std::size_t i);

}  // namespace dragoman
