// Days of the (proleptic Gregorian) calendar, on top of std::chrono.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

using Day = std::chrono::sys_days;

// Nothing for days that no calendar has: 31 February.
std::optional<Day> make_day(int year, int month, int day);

// "2016-11-24", also as the head of a longer time stamp. Nothing when it is no day.
std::optional<Day> day_from_iso(std::string_view text);
std::string iso(Day day);

int year_of(Day day);
int month_of(Day day);

// A range of days, both ends included.
struct DayRange {
  Day from, to;

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

DayRange whole_month(int year,
                     int month);  // month 0 is December of the year before, 13 January of the next
DayRange whole_year(int year);
DayRange whole_week(Day day);  // Monday to Sunday

// The day of that month and day (1-12, 1-31) nearest to `near`; nothing for 31 February.
std::optional<Day> nearest(Day near, int month, int day);

}  // namespace dragoman
