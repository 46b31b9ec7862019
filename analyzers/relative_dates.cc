#include "relative_dates.h"

#include <algorithm>

#include "date_words.h"
#include "plain_text.h"
#include "relative_words.h"
#include "utf8.h"

namespace dragoman {
namespace {

using std::chrono::days;

constexpr int kMostAgo = 300;

// The word of a relative date that stands before or behind another one.
struct Neighbour {
  const RelativeWord* word = nullptr;
  std::string plain;
  std::size_t begin = 0, end = 0;
};

Neighbour before(std::string_view text, std::size_t i) {
  std::size_t end = skip_blanks_back(text, i);
  if (end > 0 && text[end - 1] == '-') --end;
  ReadWord word = word_before(text, end);
  return {relative_word(word.plain), word.plain, word.begin, word.end};
}

Neighbour behind(std::string_view text, std::size_t i) {
  const ReadWord word = word_at(text, skip_blanks(text, i));
  return {relative_word(word.plain), word.plain, word.begin, word.end};
}

bool is(const Neighbour& n, RelativeKind kind) { return n.word != nullptr && n.word->kind == kind; }

// Words that put a weekday into the future.
bool speaks_of_the_future(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kNear = 80;
  constexpr std::string_view kFuture[] = {
      " will ",     " shall ",      " scheduled ",   " is to ",       " are to ",
      " состоится", " пройдет",     " пройдут",      " будет ",       " будут ",
      " aura lieu", " auront lieu", " se celebrara", " tendra lugar", " سوف "};
  PlainText plain;
  const std::size_t from = begin > kNear ? begin - kNear : 0;
  plain.read(text, from, end + kNear);
  std::string_view clause = plain.chars();
  const std::size_t here = std::min(clause.size(), begin - from);
  if (const std::size_t stop = clause.rfind(". ", here); stop != std::string_view::npos)
    clause.remove_prefix(stop);
  if (const std::size_t stop = clause.find(". ", 2); stop != std::string_view::npos)
    clause = clause.substr(0, stop);
  return std::any_of(std::begin(kFuture), std::end(kFuture), [clause](std::string_view word) {
    return clause.find(word) != std::string_view::npos;
  });
}

DayRange unit_from(Day reference, int unit, int count) {
  switch (unit) {
    case kDays:
      return {reference + days(count), reference + days(count)};
    case kWeeks:
      return whole_week(reference + days(7 * count));
    case kMonths: {
      const int months = year_of(reference) * 12 + month_of(reference) - 1 + count;
      return whole_month(months / 12, months % 12 + 1);
    }
    case kDecades:
      return whole_year(year_of(reference) + 10 * count);
    default:
      return whole_year(year_of(reference) + count);
  }
}

class RelativeScanner {
 public:
  RelativeScanner(std::string_view text, Day reference) : text_(text), reference_(reference) {}

  ReadDates run() {
    std::size_t i = 0;
    while ((i = next_word(i)) < text_.size()) {
      const auto lead = static_cast<unsigned char>(text_[i]);
      i = lead >= 0xE4 && lead <= 0xE9 ? han(i) : word(i);
    }
    return std::move(dates_);
  }

 private:
  static bool is_letter_byte(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c != 0xE2);
  }

  // The next place where letters begin.
  std::size_t next_word(std::size_t i) const {
    while (i < text_.size() && !is_letter_byte(static_cast<unsigned char>(text_[i]))) ++i;
    return i;
  }

  struct Letters {
    std::size_t end;
    bool ascii;
  };
  Letters letters_at(std::size_t i) const {
    Letters letters{i, true};
    while (letters.end < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[letters.end]);
      if ((!is_letter_byte(c) && (c & 0xC0u) != 0x80) || (c >= 0xE4 && c <= 0xE9)) break;
      letters.ascii = letters.ascii && c < 0x80;
      ++letters.end;
    }
    return letters;
  }

  bool may_be_known(std::size_t i, const Letters& letters) const {
    char32_t plain[3] = {};
    if (letters.ascii) {
      const std::size_t length = letters.end - i;
      for (std::size_t n = 0; n < std::min<std::size_t>(3, length); ++n)
        plain[n] = static_cast<unsigned char>(text_[i + n] | 0x20);
      return may_be_relative(plain[0], plain[1], plain[2], length);
    }
    for (char32_t& c : plain) {
      if (i < letters.end) c = plain_char(next_code_point(text_, i));
    }
    return may_be_relative(plain[0], plain[1], plain[2], 0);
  }

  // Looks at the word at `i`; returns the place to go on.
  std::size_t word(std::size_t i) {
    const Letters letters = letters_at(i);
    const std::size_t end = std::max(i + 1, letters.end);
    if (!may_be_known(i, letters)) return end;
    const ReadWord read = word_at(text_, i);
    const RelativeWord* known = relative_word(read.plain);
    if (known == nullptr || (known->capital && !read.capital)) return end;
    switch (known->kind) {
      case RelativeKind::kDay:
        day(*known, read);
        break;
      case RelativeKind::kWeekday:
        weekday(*known, read);
        break;
      case RelativeKind::kUnit:
        unit(*known, read);
        break;
      default:
        break;
    }
    return std::max(end, read.end);
  }

  void add(DayRange range, std::size_t begin, std::size_t end) {
    if (!dates_.empty() && begin < dates_.back().end) dates_.pop_back();
    dates_.push_back({range, begin, end, true, std::nullopt});
  }

  // yesterday, aujourd'hui, "the day before yesterday", "أول من أمس"
  void day(const RelativeWord& known, const ReadWord& read) {
    int offset = known.value;
    std::size_t begin = read.begin, end = read.end;
    if (read.plain == "aujourd") {
      std::size_t hui = end;
      if (hui < text_.size()) next_code_point(text_, hui);  // any apostrophe
      if (!text_.substr(hui).starts_with("hui")) return;
      end = hui + 3;
    }
    const Neighbour previous = before(text_, begin);
    const bool farther = previous.plain == "before" || previous.plain == "after" ||
                         previous.plain == "avant" || previous.plain == "apres" ||
                         previous.plain == "من";
    if (farther && offset != 0) {
      offset *= 2;
      begin = previous.begin;
    }
    if (read.plain == "اليوم" && is(behind(text_, end), RelativeKind::kWeekday))
      return;  // the weekday tells it
    add({reference_ + days(offset), reference_ + days(offset)}, begin, end);
  }

  void weekday(const RelativeWord& known, const ReadWord& read) {
    const Neighbour previous = before(text_, read.begin), next = behind(text_, read.end);
    const bool preposition = previous.plain == "в" || previous.plain == "во";
    const bool last = is(previous, RelativeKind::kLast) || is(next, RelativeKind::kLast);
    const bool coming = is(previous, RelativeKind::kNext) || is(next, RelativeKind::kNext);
    if (known.special && !preposition && !last && !coming) return;
    const auto today = static_cast<int>(std::chrono::weekday(reference_).iso_encoding());
    int offset = known.value - today;  // in this week
    if (coming || (!last && speaks_of_the_future(text_, read.begin, read.end))) {
      offset += offset <= 0 ? 7 : 0;
    } else {
      offset -= offset > 0 || (last && offset == 0) ? 7 : 0;
    }
    const std::size_t begin = is(previous, RelativeKind::kLast) || is(previous, RelativeKind::kNext)
                                  ? previous.begin
                                  : read.begin;
    const std::size_t end =
        is(next, RelativeKind::kLast) || is(next, RelativeKind::kNext) ? next.end : read.end;
    add({reference_ + days(offset), reference_ + days(offset)}, begin, end);
  }

  // last year, год назад, il y a 15 ans
  void unit(const RelativeWord& known, const ReadWord& read) {
    const Neighbour previous = before(text_, read.begin), next = behind(text_, read.end);
    if (known.special) {
      for (const auto& [kind, count] : {std::pair(RelativeKind::kLast, -1),
                                        {RelativeKind::kThis, 0},
                                        {RelativeKind::kNext, 1}}) {
        if (is(previous, kind))
          return add(unit_from(reference_, known.value, count), previous.begin, read.end);
        if (is(next, kind))
          return add(unit_from(reference_, known.value, count), read.begin, next.end);
      }
    }
    const auto [count, begin] = count_before(read.begin, previous);
    const bool ago = is(next, RelativeKind::kAgo);
    if (ago && count > 0) return add(unit_from(reference_, known.value, -count), begin, next.end);
    constexpr std::string_view kSingular[] = {"год", "месяц", "неделю", "день", "десятилетие"};
    if (ago &&
        std::find(std::begin(kSingular), std::end(kSingular), read.plain) != std::end(kSingular)) {
      return add(unit_from(reference_, known.value, -1), read.begin, next.end);  // год назад
    }
    if (count > 0) since(known, begin, count, read.end);
  }

  // The number before a unit, 0 when there is none.
  std::pair<int, std::size_t> count_before(std::size_t begin, const Neighbour& previous) const {
    if (is(previous, RelativeKind::kNumber)) return {previous.word->value, previous.begin};
    std::size_t end = skip_blanks_back(text_, begin);
    std::size_t from = end;
    while (from > 0 && end - from < 8) {
      std::size_t i = from;
      previous_code_point(text_, i);
      if (number_at(text_, i).digits == 0) break;
      from = i;
    }
    const ReadNumber number = number_at(text_, from);
    const bool clean =
        from == 0 || (text_[from - 1] != '.' && text_[from - 1] != ',' && text_[from - 1] != '-');
    return {from < end && clean && number.value > 0 && number.value <= kMostAgo ? number.value : 0,
            from};
  }

  void since(const RelativeWord& known, std::size_t begin, int count, std::size_t end) {
    const Neighbour previous = before(text_, begin);
    std::size_t from = previous.begin;
    if (previous.plain == "a") {  // il y a
      const Neighbour y = before(text_, previous.begin), il = before(text_, y.begin);
      if (y.plain != "y" || il.plain != "il") return;
      from = il.begin;
    } else if (!is(previous, RelativeKind::kSince)) {
      return;
    }
    add(unit_from(reference_, known.value, -count), from, end);
  }

  // 昨天, 上周一, 15年前
  std::size_t han(std::size_t i) {
    struct Word {
      std::string_view word;
      RelativeUnit unit;
      std::int8_t count;
    };
    constexpr Word kHan[] = {{"今天", kDays, 0},     {"今日", kDays, 0},    {"昨天", kDays, -1},
                             {"昨日", kDays, -1},    {"明天", kDays, 1},    {"明日", kDays, 1},
                             {"前天", kDays, -2},    {"后天", kDays, 2},    {"今年", kYears, 0},
                             {"去年", kYears, -1},   {"明年", kYears, 1},   {"前年", kYears, -2},
                             {"本月", kMonths, 0},   {"上月", kMonths, -1}, {"上个月", kMonths, -1},
                             {"下个月", kMonths, 1}, {"下月", kMonths, 1},  {"本周", kWeeks, 0},
                             {"上周", kWeeks, -1},   {"下周", kWeeks, 1}};
    std::size_t next = i;
    const char32_t c = next_code_point(text_, next);
    constexpr std::u32string_view kFirst = U"今昨明前后去本上下";
    if (c == U'周' || c == U'星') return han_weekday(i, next);
    if (kFirst.find(c) == std::u32string_view::npos) return next;
    if (c == U'前' && han_ago(i, next)) return next;
    for (const Word& word : kHan) {
      if (!text_.substr(i).starts_with(word.word)) continue;
      std::size_t end = i + word.word.size();
      DayRange range = unit_from(reference_, word.unit, word.count);
      if (word.unit == kWeeks) {
        std::size_t behind_day = end;
        if (const int day = han_day(end, behind_day)) {
          range.from += days(day - 1);
          range.to = range.from;
          end = behind_day;
        }
      }
      add(range, i, end);
      return end;
    }
    return next;
  }

  // 一 to 六, 日 or 天: 1 to 7; 0 for all else.
  int han_day(std::size_t i, std::size_t& end) const {
    constexpr std::u32string_view kDaysOfWeek = U"一二三四五六日天";
    if (i >= text_.size()) return 0;
    std::size_t next = i;
    const std::size_t day = kDaysOfWeek.find(next_code_point(text_, next));
    if (day == std::u32string_view::npos) return 0;
    end = next;
    return std::min(7, static_cast<int>(day) + 1);
  }

  std::size_t han_weekday(std::size_t i, std::size_t next) {
    std::size_t at = next;
    if (text_.substr(i).starts_with("星期"))
      at = i + std::string_view("星期").size();
    else if (text_.substr(i).starts_with("星"))
      return next;
    constexpr std::u32string_view kCounts = U"一二两三四五六七八九十几每0123456789";
    std::size_t before_it = i;
    if (i > 0 && kCounts.find(previous_code_point(text_, before_it)) != std::u32string_view::npos)
      return next;  // 一周一次
    std::size_t end = at;
    const int day = han_day(at, end);
    if (day == 0) return next;
    const auto today = static_cast<int>(std::chrono::weekday(reference_).iso_encoding());
    const int offset = day - today - (day > today ? 7 : 0);
    add({reference_ + days(offset), reference_ + days(offset)}, i, end);
    return end;
  }

  bool han_ago(std::size_t i, std::size_t end) {
    struct Unit {
      std::string_view word;
      RelativeUnit unit;
    };
    constexpr Unit kUnits[] = {{"年", kYears}, {"天", kDays}, {"个月", kMonths}, {"周", kWeeks}};
    for (const Unit& unit : kUnits) {
      if (!text_.substr(0, i).ends_with(unit.word)) continue;
      const auto [count, begin] = count_before(i - unit.word.size(), {});
      if (count == 0) return false;
      add(unit_from(reference_, unit.unit, -count), begin, end);
      return true;
    }
    return false;
  }

  std::string_view text_;
  Day reference_;
  ReadDates dates_;
};

}  // namespace

ReadDates find_relative_dates(std::string_view text, Day reference) {
  return RelativeScanner(text, reference).run();
}

}  // namespace dragoman
