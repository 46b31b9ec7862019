#include "date_finder.h"

#include <algorithm>
#include <array>

#include "date_words.h"
#include "read_date.h"
#include "relative_dates.h"
#include "utf8.h"

namespace dragoman {
namespace {

constexpr std::size_t kHeadBytes = 600;  // where a dateline stands

// Bytes at which a digit may begin: ASCII, Arabic-Indic, Persian, Han 一 and 二, full width.
constexpr std::array<bool, 256> kNumberStarts = [] {
  std::array<bool, 256> starts{};
  for (int c = '0'; c <= '9'; ++c) starts[static_cast<std::size_t>(c)] = true;
  for (const int c : {0xD9, 0xDB, 0xE4, 0xEF}) starts[static_cast<std::size_t>(c)] = true;
  return starts;
}();

// 一九四五年, 二〇一六年
bool is_han_year(std::string_view text, std::size_t i) {
  constexpr std::string_view kCenturies[] = {"一九", "二〇", "二零", "二○", "一八"};
  return std::any_of(std::begin(kCenturies), std::end(kCenturies),
                     [&](std::string_view century) { return text.substr(i).starts_with(century); });
}

// Whether a number begins at `i`, whose byte may begin one.
bool is_number(std::string_view text, std::size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  if (c < 0x80) return true;
  return c == 0xE4 ? is_han_year(text, i) : number_at(text, i).digits > 0;
}

std::size_t next_number(std::string_view text, std::size_t i) {
  for (; i < text.size(); ++i) {
    if (kNumberStarts[static_cast<unsigned char>(text[i])] && is_number(text, i)) return i;
  }
  return i;
}

bool may_be_chinese(std::string_view text, std::size_t end) {
  end = skip_blanks(text, end);
  return end < text.size() && static_cast<signed char>(text[end]) < 0;
}

// The dates at the number at `i`; long numbers are none.
ReadDates dates_at(std::string_view text, std::size_t i, const ReadNumber& number,
                   std::optional<Day> reference) {
  if (number.digits == 0) return read_chinese_date(text, i, reference);
  if (number.digits > 4 || number.digits == 3) return {};
  if (ReadDates dates = read_numeric_date(text, i); !dates.empty()) return dates;
  if (may_be_chinese(text, number.end)) {
    if (ReadDates dates = read_chinese_date(text, i, reference); !dates.empty()) return dates;
  }
  return read_written_date(text, i, reference);
}

// "28 November 2016 – 2 January 2017": the days of two dates that a dash or "to" joins.
bool join_range(std::string_view text, ReadDate& first, const ReadDate& second) {
  if (second.begin <= first.end || second.begin - first.end > 16 ||
      first.days.to >= second.days.from)
    return false;
  const ReadLink link = link_at(text, first.end);
  if (link.link != Link::kRange || link.end < second.begin) return false;
  if (skip_blanks(text, link.end) != second.begin) return false;
  first.days.to = second.days.to;
  first.end = second.end;
  first.other_way.reset();
  return true;
}

ReadDates find_explicit_dates(std::string_view text, std::optional<Day> reference) {
  ReadDates all;
  for (std::size_t i = next_number(text, 0); i < text.size();) {
    const ReadNumber number = number_at(text, i);
    std::size_t end = std::max(number.end, i + 1);
    for (ReadDate& date : dates_at(text, i, number, reference)) {
      const std::size_t floor = all.empty() ? 0 : all.back().end;
      end = std::max(end, date.end);
      if (date.begin < floor) continue;
      if (all.empty() || !join_range(text, all.back(), date)) all.push_back(date);
    }
    i = next_number(text, end);
  }
  return all;
}

// Whether a dateline: a time behind it, or the end of its line, or before it the beginning and no
// words behind it.
bool is_dateline(std::string_view text, const ReadDate& date) {
  const std::size_t behind = text.find_first_not_of(" \t\r", date.end);
  const bool ends_line = behind == std::string_view::npos || text[behind] == '\n';
  const std::size_t before =
      date.begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r", date.begin - 1);
  const bool begins_line = before == std::string_view::npos || text[before] == '\n';
  constexpr std::string_view kCloses = ".:|/([-\xE2";  // also a dash or bullet
  if (ends_line || (begins_line && kCloses.find(text[behind]) != std::string_view::npos))
    return true;
  const ReadNumber hour = number_at(text, behind);
  if (hour.digits < 1 || hour.digits > 2 || hour.value > 24 || hour.end >= text.size() ||
      text[hour.end] != ':')
    return false;
  return number_at(text, hour.end + 1).digits == 2;
}

std::optional<Day> dateline_of(std::string_view text) {
  for (const ReadDate& date : find_explicit_dates(text.substr(0, kHeadBytes), std::nullopt)) {
    if (date.days.from == date.days.to && is_dateline(text, date)) return date.days.from;
  }
  return std::nullopt;
}

// The dateline, unless it is far from the day that is given: then it was another date.
std::optional<Day> reference_day(std::string_view text, std::string_view given) {
  constexpr auto kNear = std::chrono::days(31);
  const std::optional<Day> own = dateline_of(text), other = day_from_iso(given);
  return own && (!other || std::chrono::abs(*own - *other) <= kNear) ? own : other;
}

// Whether the text, or its language, puts the month first: 11/24/2016.
bool month_comes_first(std::string_view text, std::string_view lang, const ReadDates& dates) {
  int month_first = 0, day_first = 0;
  for (const ReadDate& date : dates) {
    const std::string_view written = text.substr(date.begin, date.end - date.begin);
    const std::size_t slash = written.find('/');
    if (slash == std::string_view::npos || slash > 2 || date.other_way) continue;
    const int first = number_at(written, 0).value, second = number_at(written, slash + 1).value;
    if (second > 12) ++month_first;
    if (first > 12) ++day_first;
  }
  const bool american = lang == "en-US" || lang == "en_US";
  return month_first > day_first || (american && day_first == 0);
}

DateMention mention_of(const ReadDate& date) {
  DateMention mention;
  mention.from = iso(date.days.from);
  mention.to = iso(date.days.to);
  mention.span = {static_cast<std::uint32_t>(date.begin), static_cast<std::uint32_t>(date.end)};
  mention.inferred = date.inferred;
  mention.ambiguous = date.other_way.has_value();
  return mention;
}

// Both lists in one order; a relative date gives way to an explicit one that it touches: "Monday,
// 21 November 2016".
ReadDates merged(const ReadDates& dates, ReadDates relative) {
  constexpr std::size_t kTouch = 4;
  ReadDates all;
  auto r = relative.begin();
  for (const ReadDate& date : dates) {
    for (; r != relative.end() && r->begin < date.end + kTouch; ++r) {
      if (r->end + kTouch <= date.begin) all.push_back(*r);
    }
    all.push_back(date);
  }
  std::move(r, relative.end(), std::back_inserter(all));
  return all;
}

}  // namespace

std::vector<DateMention> find_dates(std::string_view text, std::string_view lang,
                                    std::string_view reference) {
  const std::optional<Day> day = reference_day(text, reference);
  ReadDates dates = find_explicit_dates(text, day);
  if (std::any_of(dates.begin(), dates.end(),
                  [](const ReadDate& d) { return d.other_way.has_value(); }) &&
      month_comes_first(text, lang, dates)) {
    for (ReadDate& date : dates) {
      if (date.other_way) date.days = {*date.other_way, *date.other_way};
      date.other_way.reset();
    }
  }
  if (day) dates = merged(dates, find_relative_dates(text, *day));
  std::vector<DateMention> mentions;
  mentions.reserve(dates.size());
  for (const ReadDate& date : dates) mentions.push_back(mention_of(date));
  return mentions;
}

}  // namespace dragoman
