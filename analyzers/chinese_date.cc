// Dates as Chinese and Japanese write them.
#include "date_words.h"
#include "read_date.h"
#include "utf8.h"

namespace dragoman {
namespace {

// A number with its unit: 2016年, 11月, 24日. `end` is behind the unit; 0 when it is none.
struct Part {
  int value = 0;
  std::size_t end = 0;
};

Part part_at(std::string_view text, std::size_t i, std::u32string_view units) {
  const ReadNumber number = number_at(text, i);
  const std::size_t at = number.digits > 0 ? skip_blanks(text, number.end) : text.size();
  if (number.value < 0 || at >= text.size()) return {};
  std::size_t end = at;
  if (units.find(next_code_point(text, end)) == std::u32string_view::npos) return {};
  return {number.value, end};
}

struct Parts {
  int year = 0, month = 0, day = 0;  // 0: not said
  std::size_t end = 0;
};

Parts parts_at(std::string_view text, std::size_t i) {
  Parts parts;
  std::size_t at = i;
  if (const Part year = part_at(text, at, U"年"); year.end > 0) {
    if (year.value < kFirstYear || year.value > kLastYear) return {};
    parts.year = year.value;
    at = skip_blanks(text, year.end);
  }
  if (const Part month = part_at(text, at, U"月"); month.end > 0) {
    parts.month = month.value;
    parts.end = month.end;
    at = skip_blanks(text, month.end);
  } else if (parts.year > 0) {
    return {};
  }
  if (const Part day = part_at(text, at, U"日号號"); day.end > 0) {
    parts.day = day.value;
    parts.end = day.end;
  }
  return parts;
}

// Behind 日 these make a length of time: 30日内, 3日间, 5日游.
bool is_length(std::string_view text, std::size_t end) {
  constexpr std::u32string_view kLengths = U"内內间間之以左游遊元";
  return kLengths.find(code_point_at(text, end)) != std::u32string_view::npos;
}

// The last day before the reference, or the day itself, that has this number.
std::optional<Day> last_with_number(Day reference, int day) {
  for (int back = 0; back < 3; ++back) {
    const std::optional<Day> candidate =
        make_day(year_of(whole_month(year_of(reference), month_of(reference) - back).from),
                 month_of(whole_month(year_of(reference), month_of(reference) - back).from), day);
    if (candidate && *candidate <= reference) return candidate;
  }
  return std::nullopt;
}

std::optional<DayRange> resolve(const Parts& parts, std::optional<Day> reference) {
  if (parts.year > 0 && parts.day == 0) {
    if (parts.month < 1 || parts.month > 12) return std::nullopt;
    return whole_month(parts.year, parts.month);
  }
  std::optional<Day> day;
  if (parts.year > 0) {
    day = make_day(parts.year, parts.month, parts.day);
  } else if (reference && parts.month > 0 && parts.day > 0) {
    day = nearest(*reference, parts.month, parts.day);
  } else if (reference && parts.month == 0 && parts.day > 0) {
    day = last_with_number(*reference, parts.day);
  }
  if (!day) return std::nullopt;
  return DayRange{*day, *day};
}

// A number of Han digits: one by one where it is a year, 二十六 otherwise. 0 for none.
int han_number(std::string_view text, std::size_t i, bool year, std::size_t& end) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  int value = 0, count = 0;
  for (end = i; end < text.size() && count < 4; ++count) {
    std::size_t next = end;
    char32_t c = next_code_point(text, next);
    if (c == U'零' || c == U'○') c = U'〇';
    const std::size_t digit = kDigits.find(c);
    if (c == U'十' && !year) {
      value = value == 0 ? 10 : value * 10;
    } else if (digit != std::u32string_view::npos) {
      value = (year ? value * 10 : value) + static_cast<int>(digit);
    } else {
      break;
    }
    end = next;
  }
  return year && count != 4 ? 0 : value;
}

// 一九四五年六月二十六日
ReadDates han_date(std::string_view text, std::size_t i) {
  std::size_t at = i;
  const auto unit = [&](std::string_view word) {
    if (!text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
  };
  const int year = han_number(text, i, true, at);
  if (year < kFirstYear || year > kLastYear || !unit("年")) return {};
  const int month = han_number(text, at, false, at);
  if (month < 1 || month > 12 || !unit("月")) return {};
  const std::size_t month_end = at;
  const int day = han_number(text, at, false, at);
  if (day == 0 || !unit("日")) {
    return {{whole_month(year, month), i, month_end, false, std::nullopt}};
  }
  const std::optional<Day> whole = make_day(year, month, day);
  if (!whole) return {};
  return {{{*whole, *whole}, i, at, false, std::nullopt}};
}

}  // namespace

ReadDates read_chinese_date(std::string_view text, std::size_t i, std::optional<Day> reference) {
  if (number_at(text, i).digits == 0) return han_date(text, i);
  Parts first = parts_at(text, i);
  if (first.end == 0 && number_at(text, i).digits <= 2) {  // 21–23日
    const ReadLink link = link_at(text, number_at(text, i).end);
    const Parts last = link.link == Link::kRange ? parts_at(text, link.end) : Parts();
    if (last.day == 0) return {};
    first = last;
    first.day = number_at(text, i).value;
    first.end = number_at(text, i).end;
  }
  if (first.end == 0 || (first.day > 0 && first.year == 0 && is_length(text, first.end))) return {};
  std::optional<DayRange> days = resolve(first, reference);
  if (!days) return {};
  ReadDate date{*days, i, first.end, first.year == 0, std::nullopt};
  const ReadLink link = link_at(text, first.end);
  Parts last = link.link == Link::kRange ? parts_at(text, link.end) : Parts();
  if (last.end > 0 && last.day > 0 && first.day > 0) {
    if (last.year == 0) last.year = first.year;
    if (last.month == 0) last.month = first.month;
    const std::optional<DayRange> end = resolve(last, reference);
    if (end && end->to > days->from) {
      date.days.to = end->to;
      date.end = last.end;
    }
  }
  return {date};
}

}  // namespace dragoman
