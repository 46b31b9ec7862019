#include "readers/date_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

#include "readers/code_points.h"
#include "readers/month_names.h"
#include "readers/word_list.h"

namespace dragoman {
namespace {

struct Piece {
  enum class Kind : std::uint8_t { kNumber, kWord, kSign } kind = Kind::kSign;
  std::string text;  // a word in small letters, or the sign
  std::int64_t value = 0;
  std::size_t digits = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_han(UChar32 c) { return c >= 0x4E00 && c <= 0x9FFF; }

// Cuts into numbers, words and single signs; a Han character is a word of its own.
std::vector<Piece> cut(std::string_view text) {
  std::vector<Piece> pieces;
  bool joined = false;  // the piece before ends here
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const UChar32 c = next_code_point(text, i);
    const std::int32_t digit = u_charDigitValue(c);
    const bool space = u_isspace(c) || c == 0xA0 || c == 0x200E || c == 0x200F;
    auto kind = digit >= 0 ? Piece::Kind::kNumber
                           : (u_isalpha(c) ? Piece::Kind::kWord : Piece::Kind::kSign);
    if (c == 0xBA || c == 0xAA) kind = Piece::Kind::kWord;
    if (u_charType(c) == U_NON_SPACING_MARK && joined) kind = pieces.back().kind;
    const bool more =
        joined && !space && kind != Piece::Kind::kSign && pieces.back().kind == kind && !is_han(c);
    joined = !space && !is_han(c);
    if (space) continue;
    if (!more) pieces.push_back({kind, "", 0, 0, begin, i});
    Piece& piece = pieces.back();
    piece.end = i;
    if (kind == Piece::Kind::kNumber) {
      piece.value = piece.digits < 17 ? piece.value * 10 + digit : piece.value;
      ++piece.digits;
    } else {
      append_code_point(piece.text, u_tolower(c));
    }
  }
  return pieces;
}

std::string digits(std::int64_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

class Parser {
 public:
  // `whole`: forms that in running text would be chance are taken too.
  Parser(std::string_view text, bool whole) : pieces_(cut(text)), whole_(whole) {}

  std::optional<DateText> find() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (std::optional<DateText> date = time_then_date_at(i)) return date;
      if (std::optional<DateText> date = date_at(i)) return date;
    }
    return std::nullopt;
  }

  // Whether nothing but weekdays and signs stands outside [begin, end).
  bool is_all(const DateText& date) const {
    return std::all_of(pieces_.begin(), pieces_.end(), [&](const Piece& p) {
      const bool inside = p.begin >= date.begin && p.end <= date.end;
      const bool harmless = p.kind == Piece::Kind::kSign ||
                            (p.kind == Piece::Kind::kWord &&
                             (is_in(kWeekdays, p.text) || is_in(kDateFillers, p.text) ||
                              is_in(kZonesInBrackets, p.text) || p.text == "d"));
      return inside || harmless;
    });
  }

 private:
  struct Day {
    std::int64_t year = 0, month = 0, day = 0;  // 0: not told
  };

  // 13:44, 24 ноября 2016.
  std::optional<DateText> time_then_date_at(std::size_t first) {
    at_ = first;
    std::string time;
    if (number(first, 2) == nullptr || text(first + 1) != ":" || !read_time(time)) {
      return std::nullopt;
    }
    if (text(at_) == "," || text(at_) == "|") ++at_;
    std::optional<DateText> date = date_at(at_);
    if (!date) return std::nullopt;
    date->begin = pieces_[first].begin;
    if (date->iso.size() == std::string_view("2016-11-24").size()) date->iso += time;
    return date;
  }

  std::optional<DateText> date_at(std::size_t first) {
    if (first >= pieces_.size()) return std::nullopt;
    Day day;
    std::size_t at = first;
    at_ = first;
    if (!day_at(at, day) || !is_possible(day)) return std::nullopt;
    DateText date;
    date.iso = digits(day.year, 4);
    if (day.month > 0) date.iso += "-" + digits(day.month, 2);
    if (day.day > 0) date.iso += "-" + digits(day.day, 2);
    date.begin = pieces_[first].begin;
    date.end = pieces_[at_ - 1].end;
    if (day.day > 0) date.iso += std::exchange(time_, {});
    if (day.day > 0 && date.iso.find('T') == std::string::npos) append_time(date);
    return date;
  }

  static bool is_possible(const Day& day) {
    if (day.year < 1000 || day.year > 2999) return false;
    if (day.month == 0) return true;
    if (day.month > 12) return false;
    if (day.day == 0) return true;
    return std::chrono::year_month_day{std::chrono::year(static_cast<int>(day.year)),
                                       std::chrono::month(static_cast<unsigned>(day.month)),
                                       std::chrono::day(static_cast<unsigned>(day.day))}
        .ok();
  }

  // Reads a day from piece `at` on and leaves at_ behind it.
  bool day_at(std::size_t at, Day& day) {
    const Piece* p = piece(at);
    time_.clear();
    if (p->kind == Piece::Kind::kNumber) {
      if (p->digits == 4) return year_first(at, day);
      if (p->digits == 8 || p->digits == 14) return compact(at, day);
      if (p->digits <= 2) return day_first(at, day);
      return false;
    }
    std::size_t after = at;
    const int month = p->kind == Piece::Kind::kWord ? month_at(after) : 0;
    return month > 0 && month_first(after, month, day);
  }

  // 2016-11-24, 2016/11/24, 2016年11月24日; alone 2016-11 and 2016.
  bool year_first(std::size_t at, Day& day) {
    day.year = piece(at)->value;
    const std::string_view sign = text(at + 1);
    const bool chinese = sign == "年";
    if (!chinese && sign != "-" && sign != "/" && sign != "." && sign != "\xE2\x80\x91") {
      at_ = at + 1;
      return whole_;
    }
    const Piece* month = number(at + 2, 2);
    if (month == nullptr) {
      at_ = at + (chinese ? 2 : 1);
      return whole_;
    }
    day.month = month->value;
    const bool second = chinese ? text(at + 3) == "月" : text(at + 3) == sign;
    const Piece* last = second ? number(at + 4, 2) : nullptr;
    if (last == nullptr) {
      at_ = at + (chinese && second ? 4 : 3);
      return whole_ || chinese;
    }
    day.day = last->value;
    at_ = at + 5;
    if (chinese && text(at_) == "日") ++at_;
    return true;
  }

  // 20161124, 20161124134405.
  bool compact(std::size_t at, Day& day) {
    std::int64_t value = piece(at)->value;
    if (!whole_) return false;
    if (piece(at)->digits == 14) {
      const std::int64_t time = value % 1000000;
      value /= 1000000;
      time_ = time_text(time / 10000, time / 100 % 100, time % 100);
      if (time_.empty()) return false;
    }
    day = {value / 10000, value / 100 % 100, value % 100};
    at_ = at + 1;
    if (!time_.empty()) append_zone(time_);
    return true;
  }

  // 24.11.2016, 24 November 2016, 24-Nov-2016, 24 de noviembre de 2016.
  bool day_first(std::size_t at, Day& day) {
    day.day = piece(at)->value;
    const std::string_view sign = text(at + 1);
    const Piece* middle = number(at + 2, 2);
    if (middle != nullptr && (sign == "." || sign == "/" || sign == "-") && text(at + 3) == sign) {
      const Piece* year = number(at + 4, 4);
      if (year == nullptr || year->digits != 4) return false;
      at_ = at + 5;
      return numeric(sign, day.day, middle->value, year->value, day);
    }
    std::size_t next = at + 1;
    if (is_in(kOrdinalEndings, text(next))) ++next;
    skip_fillers(next);
    const int month = month_at(next);
    if (month == 0) return false;
    day.month = month;
    skip_fillers(next);
    return year_at(next, day);
  }

  bool numeric(std::string_view sign, std::int64_t first, std::int64_t second, std::int64_t year,
               Day& day) const {
    // With dots the day is first everywhere; with strokes Americans begin with the month.
    day = {year, second, first};
    if (sign == ".") return true;
    if (second > 12) day = {year, first, second};
    if (first <= 12 && second <= 12 && first != second) day = {year, 0, 0};
    return true;
  }

  // November 24, 2016; Nov 24 13:44:05 2016.
  bool month_first(std::size_t at, int month, Day& day) {
    day.month = month;
    const Piece* number_of_day = number(at, 2);
    if (number_of_day == nullptr) {
      skip_fillers(at);
      return whole_ && year_at(at, day);
    }
    day.day = number_of_day->value;
    std::size_t next = at + 1;
    if (is_in(kOrdinalEndings, text(next))) ++next;
    if (text(next + 1) == ":") {  // the time before the year
      at_ = next;
      std::string time;
      if (!read_time(time)) return false;
      time_ = time;
      next = at_;
    }
    skip_fillers(next);
    return year_at(next, day);
  }

  bool year_at(std::size_t at, Day& day) {
    const Piece* year = number(at, 4);
    if (year == nullptr || (year->digits != 4 && !(whole_ && year->digits == 2))) return false;
    day.year = year->value;
    if (year->digits == 2) day.year += day.year < 70 ? 2000 : 1900;
    at_ = at + 1;
    return true;
  }

  // The month whose name begins at `at`; moves behind it, its full stop, and its other name.
  int month_at(std::size_t& at) const {
    const std::string_view word = text(at);
    const auto* name = std::find_if(std::begin(kMonthNames), std::end(kMonthNames),
                                    [word](const MonthName& m) { return m.name == word; });
    int month = 0;
    if (name != std::end(kMonthNames)) {
      month = name->month;
      ++at;
    } else {
      const std::string_view second = text(at + 1);
      for (const LongMonthName& n : kLongMonthNames) {
        if (n.first == word && n.second == second) month = n.month;
      }
      if (month == 0) return 0;
      at += 2;
    }
    if (text(at) == ".") ++at;
    if (text(at) == "/") {
      std::size_t other = at + 1;
      if (month_at(other) == month) at = other;
    }
    return month;
  }

  void skip_fillers(std::size_t& at) const {
    while (is_in(kDateFillers, text(at)) || text(at) == "," || text(at) == "-" || text(at) == "،" ||
           text(at) == ".") {
      ++at;
    }
  }

  static std::string time_text(std::int64_t hour, std::int64_t minute, std::int64_t second) {
    if (hour > 23 || minute > 59 || second > 60) return {};
    std::string time = "T" + digits(hour, 2) + ":" + digits(minute, 2);
    if (second >= 0) time += ":" + digits(second, 2);
    return time;
  }

  void append_time(DateText& date) {
    const std::size_t before = at_;
    // Between day and time: "T", ", at", " – ", "г. в".
    for (int i = 0; i < 3 && piece(at_) != &none_ && piece(at_)->kind != Piece::Kind::kNumber;
         ++i) {
      const std::string_view word = text(at_);
      const bool between = word == "t" || word == "," || word == "-" || word == "–" ||
                           word == "|" || word == "at" || word == "в" || word == "." ||
                           word == "—" || word == "à" || is_in(kDateFillers, word);
      if (!between) break;
      ++at_;
    }
    std::string time;
    if (read_time(time)) {
      date.iso += time;
      date.end = pieces_[at_ - 1].end;
    } else {
      at_ = before;
    }
  }

  // 13:44, 13:44:05.79 +0300, 1:44 pm. Moves at_ behind it when there is one.
  bool read_time(std::string& time) {
    const Piece* hour = number(at_, 2);
    const Piece* minute = text(at_ + 1) == ":" ? number(at_ + 2, 2) : nullptr;
    std::size_t next = at_ + 3;
    if (hour != nullptr && whole_ && hour->digits == 4 && hour->value < 2400) {
      return false;
    }
    if (hour == nullptr || minute == nullptr || minute->digits != 2) {
      return compact_time(time);
    }
    const Piece* second = text(next) == ":" ? number(next + 1, 2) : nullptr;
    if (second != nullptr) next += 2;
    if (second != nullptr && (text(next) == "." || text(next) == ",") &&
        piece(next + 1)->kind == Piece::Kind::kNumber) {
      next += 2;
    }
    std::int64_t hours = hour->value;
    const std::string_view half = text(next);
    if ((half == "pm" || half == "am") && hours >= 1 && hours <= 12) {
      hours = hours % 12 + (half == "pm" ? 12 : 0);
      ++next;
    }
    time = time_text(hours, minute->value, second != nullptr ? second->value : -1);
    if (time.empty()) return false;
    at_ = next;
    append_zone(time);
    return true;
  }

  // 20161124T134405Z.
  bool compact_time(std::string& time) {
    const Piece* p = piece(at_);
    if (p->kind != Piece::Kind::kNumber || p->digits != 6 || !whole_) return false;
    time = time_text(p->value / 10000, p->value / 100 % 100, p->value % 100);
    if (time.empty()) return false;
    ++at_;
    append_zone(time);
    return true;
  }

  void append_zone(std::string& time) {
    const std::string_view word = text(at_);
    if (word == "+" || word == "-") {
      std::size_t next = at_ + 2;
      const Piece* hours = piece(at_ + 1);
      if (hours->kind != Piece::Kind::kNumber) return;
      std::int64_t minutes = 0;
      if (hours->digits == 4) {
        minutes = hours->value / 100 * 60 + hours->value % 100;
      } else if (hours->digits == 2) {
        minutes = hours->value * 60;
        const std::string_view sign = text(at_ + 2);
        const Piece* rest = sign == ":" || sign == "'" ? number(at_ + 3, 2) : nullptr;
        if (rest != nullptr) minutes += rest->value;
        if (rest != nullptr) next += 2;
      } else {
        return;
      }
      if (minutes > 14 * 60) return;
      at_ = next;
      add_offset(time, word == "-" ? -minutes : minutes);
      return;
    }
    for (const ZoneName& zone : kZoneNames) {
      if (zone.name != word) continue;
      ++at_;
      add_offset(time, zone.minutes);
      return;
    }
  }

  static void add_offset(std::string& time, std::int64_t minutes) {
    if (minutes == 0) {
      time += "Z";
      return;
    }
    const std::int64_t size = minutes < 0 ? -minutes : minutes;
    time += (minutes < 0 ? "-" : "+") + digits(size / 60, 2) + ":" + digits(size % 60, 2);
  }

  const Piece* piece(std::size_t at) const { return at < pieces_.size() ? &pieces_[at] : &none_; }
  std::string_view text(std::size_t at) const { return piece(at)->text; }
  const Piece* number(std::size_t at, std::size_t most_digits) const {
    const Piece* p = piece(at);
    return p->kind == Piece::Kind::kNumber && p->digits <= most_digits ? p : nullptr;
  }

  // Zone names in brackets behind the offset: "+0300 (MSK)".
  static constexpr std::string_view kZonesInBrackets[] = {"utc", "gmt", "msk", "мск", "cet", "cest",
                                                          "est", "edt", "pst", "pdt", "t",   "z"};
  const Piece none_;
  std::vector<Piece> pieces_;
  bool whole_;
  std::size_t at_ = 0;  // behind what was read last
  std::string time_;    // read before the year
};

// Seconds or milliseconds since 1970, of the years 2001 to 2286.
bool is_seconds(std::string_view text) {
  return (text.size() == 10 || text.size() == 13) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string from_seconds(std::string_view text) {
  std::int64_t seconds = 0;
  for (const char c : text.substr(0, 10)) seconds = seconds * 10 + (c - '0');
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds(seconds)};
  const year_month_day day{floor<days>(time)};
  const hh_mm_ss clock{time - floor<days>(time)};
  return digits(static_cast<int>(day.year()), 4) + "-" +
         digits(static_cast<unsigned>(day.month()), 2) + "-" +
         digits(static_cast<unsigned>(day.day()), 2) + "T" + digits(clock.hours().count(), 2) +
         ":" + digits(clock.minutes().count(), 2) + ":" + digits(clock.seconds().count(), 2) + "Z";
}

}  // namespace

std::optional<DateText> find_date(std::string_view text) { return Parser(text, false).find(); }

std::string parse_date(std::string_view text) {
  constexpr std::size_t kLongest = 100;
  if (text.size() > kLongest) return {};
  if (is_seconds(text)) return from_seconds(text);
  Parser parser(text, true);
  const std::optional<DateText> date = parser.find();
  return date && parser.is_all(*date) ? date->iso : std::string();
}

}  // namespace dragoman
