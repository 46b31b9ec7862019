// Dates with the name of the month.
#include <algorithm>

#include "ascii.h"
#include "date_words.h"
#include "read_date.h"
#include "relative_words.h"
#include "utf8.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostDays = 6;  // of a list

struct NumberedDay {
  int day = 0;
  std::size_t begin = 0, end = 0;  // `end` is behind "24th", "1er"
};

// A day of a month, 1 to 31, with its ordinal ending; day 0 when there is none.
NumberedDay day_at(std::string_view text, std::size_t i) {
  constexpr std::string_view kEndings[] = {"st",  "nd", "rd",   "th",  "er", "º", "°",
                                           "-го", "-е", "-ого", "-му", "-м", "го"};
  const ReadNumber number = number_at(text, i);
  if (number.digits < 1 || number.digits > 2 || number.value < 1 || number.value > 31) return {};
  std::size_t end = number.end;
  for (const std::string_view ending : kEndings) {
    if (!text.substr(end).starts_with(ending)) continue;
    if (!word_at(text, end + ending.size()).plain.empty()) continue;
    end += ending.size();
    break;
  }
  return {number.value, i, end};
}

// Days before a month, or behind one: 21–23, "4, 5 and 7".
struct DayList {
  std::vector<NumberedDay> days;
  bool range = false;
};

// The dates of a list of days within one month and year.
ReadDates dates_of(const DayList& list, int year, int month, std::size_t begin, std::size_t end,
                   bool inferred) {
  ReadDates dates;
  if (list.range) {
    const std::optional<Day> from = make_day(year, month, list.days.front().day);
    const std::optional<Day> to = make_day(year, month, list.days.back().day);
    if (!from || !to || *to < *from) return {};
    return {{{*from, *to}, begin, end, inferred, std::nullopt}};
  }
  for (const NumberedDay& d : list.days) {
    const std::optional<Day> day = make_day(year, month, d.day);
    if (!day) return {};
    dates.push_back({{*day, *day}, d.begin, d.end, inferred, std::nullopt});
  }
  return dates;
}

// "between 21 and 23 November" is a range.
bool between_before(std::string_view text, std::size_t i) {
  const std::string word = word_before(text, skip_blanks_back(text, i)).plain;
  return word == "between" || word == "entre" || word == "между" || word == "بين";
}

class WrittenDate {
 public:
  WrittenDate(std::string_view text, std::size_t i, std::optional<Day> reference)
      : text_(text), i_(i), reference_(reference) {}

  ReadDates run() {
    const ReadNumber number = number_at(text_, i_);
    if (number.digits == 4) return month_and_year(number);
    if (number.digits < 1 || number.digits > 2 || number.value < 1 || number.value > 31) return {};
    ReadDates dates = day_first();
    return dates.empty() ? month_first() : dates;
  }

 private:
  // 24 November 2016; 21–23 November 2016; 4 and 14 July 1967; 28 November to 2 December 2016
  ReadDates day_first() {
    DayList list{{day_at(text_, i_)}};
    if (!is_clear_before(i_)) return {};
    ReadMonth month = month_behind_day(text_, list.days.back().end);
    while (month.month == 0 && list.days.size() < kMostDays) {
      const ReadLink link = link_at(text_, list.days.back().end);
      const NumberedDay next = link.link == Link::kNone ? NumberedDay() : day_at(text_, link.end);
      if (next.day == 0 || list.range) return {};
      list.range = link.link == Link::kRange && list.days.size() == 1;
      if (link.link == Link::kRange && !list.range) return {};
      list.days.push_back(next);
      month = month_behind_day(text_, next.end);
    }
    if (month.month == 0) return {};
    if (list.days.size() == 2 && between_before(text_, i_)) list.range = true;
    const ReadYear year = year_behind_month(text_, month.end);
    if (year.year > 0)
      return with_end(dates_of(list, year.year, month.month, i_, year.end, false), year.end);
    if (month.word_too) return {};
    ReadDates dates = day_to_day(list, month);
    return dates.empty() ? without_year(list, month.month, month.end) : dates;
  }

  // "28 November" with " to 2 December 2016" or " and 2 December 2016" behind it.
  ReadDates day_to_day(const DayList& list, const ReadMonth& month) const {
    const ReadLink link = link_at(text_, month.end);
    if (list.days.size() != 1 || link.link == Link::kNone) return {};
    const NumberedDay last = day_at(text_, link.end);
    const ReadMonth last_month = last.day == 0 ? ReadMonth() : month_behind_day(text_, last.end);
    if (last_month.month == 0) return {};
    const ReadYear year = year_behind_month(text_, last_month.end);
    const std::size_t end = year.year > 0 ? year.end : last_month.end;
    return two_ends({list.days[0], month.month}, {last, last_month.month}, year.year, link.link,
                    end);
  }

  struct DayOfMonth {
    NumberedDay day;
    int month = 0;
  };

  // Two days of different months, the year said behind the second, or 0 when it is not said.
  ReadDates two_ends(const DayOfMonth& a, const DayOfMonth& b, int year, Link link,
                     std::size_t end) const {
    const bool inferred = year == 0;
    if (inferred) {
      if (!reference_) return {};
      const std::optional<Day> last = nearest(*reference_, b.month, b.day.day);
      if (!last) return {};
      year = year_of(*last);
    }
    const std::optional<Day> to = make_day(year, b.month, b.day.day);
    const std::optional<Day> from =
        make_day(a.month > b.month ? year - 1 : year, a.month, a.day.day);
    if (!from || !to) return {};
    if (link == Link::kRange || between_before(text_, i_))
      return {{{*from, *to}, i_, end, inferred, std::nullopt}};
    return {{{*from, *from}, i_, a.day.end, inferred, std::nullopt},
            {{*to, *to}, b.day.begin, end, inferred, std::nullopt}};
  }

  // November 24, 2016; November 21–23, 2016; Nov. 28–Dec. 2, 2016
  ReadDates month_first() {
    const ReadMonth month = month_before(text_, i_);
    DayList list{{day_at(text_, i_)}};
    if (month.month == 0 || list.days[0].day == 0) return {};
    const ReadLink link = link_at(text_, list.days[0].end);
    if (link.link != Link::kNone) {
      if (ReadDates dates = month_to_month(list, month, link); !dates.empty()) return dates;
      const NumberedDay next = day_at(text_, link.end);
      if (next.day > 0 && !is_digit_or_dot(next.end) && ends_word(next.end)) {
        list.days.push_back(next);
        list.range = link.link == Link::kRange;
      }
    }
    const ReadYear year = year_behind_month(text_, list.days.back().end);
    if (year.year > 0) {
      return with_begin(dates_of(list, year.year, month.month, month.begin, year.end, false),
                        month.begin, year.end);
    }
    if (month.word_too || in_before(month.begin) || !ends_word(list.days[0].end) ||
        is_digit_or_dot(list.days[0].end))
      return {};
    if (link.link == Link::kList && list.days.size() == 2)
      list.days.pop_back();  // "on May 5, 12 people"
    return with_begin(without_year(list, month.month, list.days.back().end), month.begin, 0);
  }

  ReadDates month_to_month(const DayList& list, const ReadMonth& month,
                           const ReadLink& link) const {
    const ReadMonth last_month = month_at(text_, link.end);
    if (last_month.month == 0) return {};
    const NumberedDay last = day_at(text_, skip_blanks(text_, last_month.end));
    if (last.day == 0 || is_digit_or_dot(last.end)) return {};
    const ReadYear year = year_behind_month(text_, last.end);
    ReadDates dates = two_ends({list.days[0], month.month}, {last, last_month.month}, year.year,
                               link.link, year.year > 0 ? year.end : last.end);
    return with_begin(std::move(dates), month.begin, 0);
  }

  // November 2016; January–March 2016; November and December 2016
  ReadDates month_and_year(const ReadNumber& number) const {
    if (number.value < kFirstYear || number.value > kLastYear) return {};
    const ReadMonth month = month_before(text_, i_);
    if (month.month == 0 || month.word_too || day_before(month.begin)) return {};
    const ReadYear year = year_behind_month(text_, i_);
    if (year.year == 0) return {};
    const ReadDate date{whole_month(year.year, month.month), month.begin, year.end, false,
                        std::nullopt};
    const ReadLink link = link_before(text_, month.begin);
    const ReadMonth first = link.link == Link::kNone ? ReadMonth() : month_before(text_, link.end);
    if (first.month == 0 || first.word_too || first.month >= month.month) return {date};
    const DayRange first_days = whole_month(year.year, first.month);
    if (link.link == Link::kRange)
      return {{{first_days.from, date.days.to}, first.begin, year.end, false, std::nullopt}};
    return {{first_days, first.begin, first.end, false, std::nullopt}, date};
  }

  // The year of a day that is said without it; moves `end` behind words that tell it.
  std::optional<int> year_meant(int month, int day, std::size_t begin, std::size_t& end) const {
    if (!reference_) return std::nullopt;
    const RelativeWord* before =
        relative_word(word_before(text_, skip_blanks_back(text_, begin)).plain);
    std::size_t at = skip_blanks(text_, end);
    ReadWord word = word_at(text_, at);
    if (word.plain == "of" || word.plain == "de" || word.plain == "del")
      word = word_at(text_, skip_blanks(text_, word.end));
    const RelativeWord* behind = relative_word(word.plain);
    if (behind != nullptr) {
      const ReadWord unit = word_at(text_, skip_blanks(text_, word.end));
      const RelativeWord* year = relative_word(unit.plain);
      if (year != nullptr && year->kind == RelativeKind::kUnit &&
          year->value == kYears) {  // 1 ноября текущего года
        const std::optional<int> offset = offset_of(*behind);
        if (offset) end = unit.end;
        if (offset) return year_of(*reference_) + *offset;
      }
    }
    const std::optional<Day> near = nearest(*reference_, month, day);
    if (!near) return std::nullopt;
    int year = year_of(*near);
    for (const RelativeWord* word_beside :
         {before, behind}) {  // 12 يونيو المقبل, el pasado 28 de julio
      if (word_beside == nullptr) continue;
      if (word_beside->kind == RelativeKind::kLast && *near > *reference_) --year;
      if (word_beside->kind == RelativeKind::kNext && *near < *reference_) ++year;
    }
    return year;
  }

  static std::optional<int> offset_of(const RelativeWord& word) {
    switch (word.kind) {
      case RelativeKind::kLast:
        return -1;
      case RelativeKind::kThis:
        return 0;
      case RelativeKind::kNext:
        return 1;
      default:
        return std::nullopt;
    }
  }

  ReadDates without_year(const DayList& list, int month, std::size_t end) const {
    const std::optional<int> year = year_meant(month, list.days.back().day, i_, end);
    if (!year) return {};
    return with_end(dates_of(list, *year, month, i_, end, true), end);
  }

  // The last date of a list has the month and year with it …
  static ReadDates with_end(ReadDates dates, std::size_t end) {
    if (!dates.empty()) dates.back().end = end;
    return dates;
  }
  // … or the first, where the month comes first.
  static ReadDates with_begin(ReadDates dates, std::size_t begin, std::size_t end) {
    if (dates.empty()) return dates;
    dates.front().begin = begin;
    if (end > 0) dates.back().end = end;
    return dates;
  }

  // Before the day no sign that makes it a piece of something else: 71/12, 1.5, 5,000.
  bool is_clear_before(std::size_t i) const {
    if (i == 0) return true;
    const char before = text_[i - 1];
    if (before == '/' || is_digit(before)) return false;
    return !((before == '.' || before == ',' || before == ':') && i > 1 && is_digit(text_[i - 2]));
  }
  bool is_digit_or_dot(std::size_t i) const {
    if (i >= text_.size()) return false;
    const bool sign = text_[i] == '.' || text_[i] == ':' || text_[i] == '/' || text_[i] == ',';
    return is_digit(text_[i]) || text_[i] == '%' ||
           (sign && i + 1 < text_.size() && is_digit(text_[i + 1]));
  }
  // "31 November 2016", which is no day, is no month either.
  bool day_before(std::size_t i) const {
    const std::size_t end = skip_blanks_back(text_, i);
    return end > 0 && is_digit(text_[end - 1]);
  }
  bool ends_word(std::size_t i) const { return word_at(text_, i).plain.empty(); }
  bool in_before(std::size_t i) const {
    const std::string word = word_before(text_, skip_blanks_back(text_, i)).plain;
    return word == "in" || word == "since" || word == "by" || word == "late" || word == "early";
  }

  std::string_view text_;
  std::size_t i_;
  std::optional<Day> reference_;
};

}  // namespace

ReadDates read_written_date(std::string_view text, std::size_t i, std::optional<Day> reference) {
  return WrittenDate(text, i, reference).run();
}

}  // namespace dragoman
