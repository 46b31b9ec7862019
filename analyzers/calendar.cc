#include "calendar.h"

namespace dragoman {

namespace {

std::chrono::year_month_day parts(Day day) { return std::chrono::year_month_day(day); }

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Day> make_day(int year, int month, int day) {
  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::optional<Day> day_from_iso(std::string_view text) {
  constexpr std::size_t kSize = 10;
  if (text.size() < kSize || text[4] != '-' || text[7] != '-') return std::nullopt;
  return make_day(number_of(text.substr(0, 4)), number_of(text.substr(5, 2)),
                  number_of(text.substr(8, 2)));
}

std::string iso(Day day) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  std::string year = std::to_string(year_of(day));
  while (year.size() < 4) year.insert(0, "0");
  return year + "-" + two(month_of(day)) + "-" +
         two(static_cast<int>(static_cast<unsigned>(parts(day).day())));
}

int year_of(Day day) { return static_cast<int>(parts(day).year()); }
int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(parts(day).month())); }

DayRange whole_month(int year, int month) {
  year += (month + 11) / 12 - 1;
  month = (month + 11) % 12 + 1;
  const std::chrono::year_month of{std::chrono::year(year),
                                   std::chrono::month(static_cast<unsigned>(month))};
  return {Day(of / 1), Day(of / std::chrono::last)};
}

DayRange whole_year(int year) { return {whole_month(year, 1).from, whole_month(year, 12).to}; }

DayRange whole_week(Day day) {
  const Day monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
  return {monday, monday + std::chrono::days(6)};
}

std::optional<Day> nearest(Day near, int month, int day) {
  std::optional<Day> best;
  for (int year = year_of(near) - 1; year <= year_of(near) + 1; ++year) {
    const std::optional<Day> candidate = make_day(year, month, day);
    if (candidate &&
        (!best || std::chrono::abs(*candidate - near) < std::chrono::abs(*best - near)))
      best = candidate;
  }
  return best;
}

}  // namespace dragoman
