// The ways to write a date with digits, one function each. All look at the number whose first digit
// is at byte `i`, over a bounded stretch, and give the dates they read there; nothing when it is
// none of theirs.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "calendar.h"

namespace dragoman {

struct ReadDate {
  DayRange days;
  std::size_t begin = 0, end = 0;  // bytes
  bool inferred = false;
  // 04/05/2016: whether month and day could change places, and what they then mean.
  std::optional<Day> other_way;
};
using ReadDates = std::vector<ReadDate>;

// 24.11.2016, 2016-11-24, 24/11/2016 and 11/24/2016; the day first where both would do.
ReadDates read_numeric_date(std::string_view text, std::size_t i);

// 24 November 2016, Nov. 24, 2016, 21–23 ноября 2016 года, from 28 November to 2 December 2016,
// November 2016. A date without its year is of the year that brings it nearest to `reference`, if
// there is one.
ReadDates read_written_date(std::string_view text, std::size_t i, std::optional<Day> reference);

// 2016年11月24日, 11月21日至23日, 24日; the latter two need a reference. Also
// 一九四五年六月二十六日, with `i` at its 一 or 二.
ReadDates read_chinese_date(std::string_view text, std::size_t i, std::optional<Day> reference);

}  // namespace dragoman
