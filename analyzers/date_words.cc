#include "date_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "plain_text.h"
#include "utf8.h"
#include "word_list.h"

namespace dragoman {
namespace {

constexpr std::size_t kLongestWordBytes = 40;

struct MonthName {
  std::string_view name;  // plain
  int month;
  bool word_too = false;
};

// Sorted by name, so that it can be searched.
constexpr auto kMonths = [] {
  auto names = std::to_array<MonthName>({
      {"january", 1},      {"february", 2},     {"march", 3, true},   {"april", 4},
      {"may", 5, true},    {"june", 6},         {"july", 7},          {"august", 8},
      {"september", 9},    {"october", 10},     {"november", 11},     {"december", 12},
      {"jan", 1},          {"feb", 2},          {"mar", 3, true},     {"apr", 4},
      {"jun", 6},          {"jul", 7},          {"aug", 8},           {"sep", 9},
      {"sept", 9},         {"oct", 10},         {"nov", 11},          {"dec", 12},
      {"janvier", 1},      {"fevrier", 2},      {"mars", 3},          {"avril", 4},
      {"mai", 5},          {"juin", 6},         {"juillet", 7},       {"aout", 8},
      {"septembre", 9},    {"octobre", 10},     {"novembre", 11},     {"decembre", 12},
      {"janv", 1},         {"fevr", 2},         {"avr", 4},           {"juil", 7},
      {"enero", 1},        {"febrero", 2},      {"marzo", 3},         {"abril", 4},
      {"mayo", 5},         {"junio", 6},        {"julio", 7},         {"agosto", 8},
      {"septiembre", 9},   {"setiembre", 9},    {"octubre", 10},      {"noviembre", 11},
      {"diciembre", 12},   {"ene", 1},          {"abr", 4},           {"dic", 12},
      {"januar", 1},       {"februar", 2},      {"marz", 3},          {"juni", 6},
      {"juli", 7},         {"oktober", 10},     {"dezember", 12},     {"okt", 10},
      {"dez", 12},         {"gennaio", 1},      {"febbraio", 2},      {"aprile", 4},
      {"maggio", 5},       {"giugno", 6},       {"luglio", 7},        {"settembre", 9},
      {"ottobre", 10},     {"dicembre", 12},    {"janeiro", 1},       {"fevereiro", 2},
      {"marco", 3, true},  {"maio", 5},         {"junho", 6},         {"julho", 7},
      {"setembro", 9},     {"outubro", 10},     {"novembro", 11},     {"dezembro", 12},
      {"ocak", 1},         {"subat", 2},        {"mart", 3},          {"nisan", 4},
      {"mayis", 5},        {"haziran", 6},      {"temmuz", 7},        {"agustos", 8},
      {"eylul", 9},        {"ekim", 10},        {"kasim", 11},        {"aralik", 12},
      {"январь", 1},       {"января", 1},       {"январе", 1},        {"январю", 1},
      {"январем", 1},      {"янв", 1},          {"февраль", 2},       {"февраля", 2},
      {"феврале", 2},      {"февралю", 2},      {"февралем", 2},      {"фев", 2},
      {"февр", 2},         {"март", 3},         {"марта", 3},         {"марте", 3},
      {"марту", 3},        {"мартом", 3},       {"мар", 3},           {"апрель", 4},
      {"апреля", 4},       {"апреле", 4},       {"апрелю", 4},        {"апрелем", 4},
      {"апр", 4},          {"май", 5},          {"мая", 5},           {"мае", 5},
      {"маю", 5},          {"маем", 5},         {"июнь", 6},          {"июня", 6},
      {"июне", 6},         {"июню", 6},         {"июнем", 6},         {"июн", 6},
      {"июль", 7},         {"июля", 7},         {"июле", 7},          {"июлю", 7},
      {"июлем", 7},        {"июл", 7},          {"август", 8},        {"августа", 8},
      {"августе", 8},      {"августу", 8},      {"августом", 8},      {"авг", 8},
      {"сентябрь", 9},     {"сентября", 9},     {"сентябре", 9},      {"сентябрю", 9},
      {"сентябрем", 9},    {"сен", 9},          {"сент", 9},          {"октябрь", 10},
      {"октября", 10},     {"октябре", 10},     {"октябрю", 10},      {"октябрем", 10},
      {"окт", 10},         {"ноябрь", 11},      {"ноября", 11},       {"ноябре", 11},
      {"ноябрю", 11},      {"ноябрем", 11},     {"ноя", 11},          {"нояб", 11},
      {"декабрь", 12},     {"декабря", 12},     {"декабре", 12},      {"декабрю", 12},
      {"декабрем", 12},    {"дек", 12},         {"січня", 1},         {"лютого", 2},
      {"березня", 3},      {"квітня", 4},       {"травня", 5},        {"червня", 6},
      {"липня", 7},        {"серпня", 8},       {"вересня", 9},       {"жовтня", 10},
      {"листопада", 11},   {"грудня", 12},      {"يناير", 1},         {"فبراير", 2},
      {"مارس", 3},         {"ابريل", 4},        {"مايو", 5},          {"يونيو", 6},
      {"يونيه", 6},        {"يوليو", 7},        {"يوليه", 7},         {"اغسطس", 8},
      {"سبتمبر", 9},       {"اكتوبر", 10},      {"نوفمبر", 11},       {"ديسمبر", 12},
      {"جانفي", 1},        {"فيفري", 2},        {"افريل", 4},         {"ماي", 5},
      {"جوان", 6},         {"جويليه", 7},       {"اوت", 8},           {"شباط", 2},
      {"اذار", 3},         {"نيسان", 4},        {"ايار", 5},          {"حزيران", 6},
      {"تموز", 7},         {"اب", 8},           {"ايلول", 9},         {"كانون الثاني", 1},
      {"كانون الاول", 12}, {"تشرين الاول", 10}, {"تشرين الثاني", 11},
  });
  std::sort(names.begin(), names.end(),
            [](const MonthName& a, const MonthName& b) { return a.name < b.name; });
  return names;
}();

const MonthName* month_named(std::string_view plain) {
  const auto* found =
      std::lower_bound(kMonths.begin(), kMonths.end(), plain,
                       [](const MonthName& m, std::string_view name) { return m.name < name; });
  return found != kMonths.end() && found->name == plain ? found : nullptr;
}

constexpr std::string_view kDateRangeWords[] = {
    "to", "through", "till", "until", "au", "a", "al", "hasta", "bis", "по", "до", "الي", "حتي"};
constexpr std::string_view kDateListWords[] = {"and", "et", "y", "e", "и", "und", "و"};
// Words between a day and its month, or a month and its year.
constexpr std::string_view kOfWords[] = {"of",  "de",  "del",  "do",  "من",
                                         "عام", "سنه", "لعام", "لسنه"};
constexpr std::string_view kYearWords[] = {"года", "году", "год", "г", "р", "року", "م"};
// Behind four digits they tell that these were a time.
constexpr std::string_view kClockWords[] = {"gmt", "utc", "hours", "hrs", "h", "msk"};

bool is_range_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == '~' || c == 0xFF5E;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20u) >= 'a' && (c | 0x20u) <= 'z';
  const auto u = static_cast<UChar32>(c);
  return (u_isalpha(u) || u_charType(u) == U_NON_SPACING_MARK) &&
         !u_hasBinaryProperty(u, UCHAR_IDEOGRAPHIC);
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

// Moves `i` behind an "of" and its blanks.
std::size_t skip_of(std::string_view text, std::size_t i) {
  const ReadWord word = word_at(text, i);
  return contains(kOfWords, word.plain) ? skip_blanks(text, word.end) : i;
}

// The second name of a month: "/نوفمبر" or " (شباط)".
std::size_t skip_second_name(std::string_view text, std::size_t i, int month) {
  std::size_t at = skip_blanks(text, i);
  if (at >= text.size() || (text[at] != '/' && text[at] != '(')) return i;
  const bool bracket = text[at] == '(';
  const ReadMonth second = month_at(text, skip_blanks(text, at + 1));
  if (second.month != month) return i;
  at = skip_blanks(text, second.end);
  if (!bracket) return second.end;
  return at < text.size() && text[at] == ')' ? at + 1 : i;
}

bool number_follows(std::string_view text, std::size_t i) {
  i = skip_blanks(text, i < text.size() && text[i] == ',' ? i + 1 : i);
  return number_at(text, i).digits > 0;
}

ReadMonth single_month_at(std::string_view text, std::size_t i) {
  ReadWord word = word_at(text, i);
  if (word.plain.empty()) return {};
  if (word.plain == "تشرين" || word.plain == "كانون") {
    const ReadWord second = word_at(text, skip_blanks(text, word.end));
    word.plain += " " + second.plain;
    word.end = second.end;
  }
  const MonthName* month = month_named(word.plain);
  if (month == nullptr && word.plain.starts_with("و"))
    month = month_named(std::string_view(word.plain).substr(2));
  if (month == nullptr) return {};
  if (word.end < text.size() && text[word.end] == '.' && number_follows(text, word.end + 1))
    ++word.end;  // Nov. 24
  return {month->month, word.begin, word.end, month->word_too && !word.capital};
}

}  // namespace

ReadNumber number_at(std::string_view text, std::size_t i) {
  ReadNumber number;
  int value = 0;
  while (i < text.size()) {
    std::size_t next = i;
    const char32_t c = next_code_point(text, next);
    const int digit = c < 0x80 ? (c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1)
                               : u_charDigitValue(static_cast<UChar32>(c));
    if (digit < 0) break;
    if (++number.digits <= 4) value = value * 10 + digit;
    i = next;
  }
  number.end = i;
  if (number.digits > 0 && number.digits <= 4) number.value = value;
  return number;
}

ReadWord word_at(std::string_view text, std::size_t i) {
  ReadWord word;
  word.begin = word.end = i;
  while (i < text.size() && i - word.begin < kLongestWordBytes) {
    const char32_t c = next_code_point(text, i);
    if (!is_letter(c)) break;
    if (word.end == word.begin) word.capital = u_isupper(static_cast<UChar32>(c));
    if (const char32_t plain = plain_char(c)) append_utf8(word.plain, plain);
    word.end = i;
  }
  return word;
}

ReadWord word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestWordBytes) {
    std::size_t before = begin;
    if (!is_letter(previous_code_point(text, before))) break;
    begin = before;
  }
  ReadWord word = word_at(text, begin);
  if (word.end != end) return {};
  return word;
}

std::size_t skip_blanks(std::string_view text, std::size_t i) {
  constexpr int kMostBlanks = 8;
  bool line_ended = false;
  for (int n = 0; n < kMostBlanks && i < text.size(); ++n) {
    std::size_t next = i;
    const char32_t c = next_code_point(text, next);
    if (c == '\n' && !line_ended) {
      line_ended = true;
    } else if (!is_blank(c)) {
      break;
    }
    i = next;
  }
  return i;
}

std::size_t skip_blanks_back(std::string_view text, std::size_t i) {
  constexpr int kMostBlanks = 8;
  bool line_ended = false;
  for (int n = 0; n < kMostBlanks && i > 0; ++n) {
    std::size_t before = i;
    const char32_t c = previous_code_point(text, before);
    if (c == '\n' && !line_ended) {
      line_ended = true;
    } else if (!is_blank(c)) {
      break;
    }
    i = before;
  }
  return i;
}

ReadMonth month_at(std::string_view text, std::size_t i) {
  ReadMonth month = single_month_at(text, i);
  if (month.month > 0) month.end = skip_second_name(text, month.end, month.month);
  return month;
}

ReadMonth month_behind_day(std::string_view text, std::size_t i) {
  std::size_t at = i;
  if (at < text.size() && (text[at] == '.' || text[at] == '-')) ++at;
  at = skip_of(text, skip_blanks(text, at));
  if (at < text.size() && text.substr(at).starts_with("the ")) return {};
  return month_at(text, at);
}

ReadMonth month_before(std::string_view text, std::size_t i) {
  std::size_t end = skip_blanks_back(text, i);
  ReadWord word = word_before(text, end);
  if (contains(kOfWords, word.plain)) end = skip_blanks_back(text, word.begin);
  if (end > 0 && (text[end - 1] == ',' || text[end - 1] == '.')) --end;
  std::size_t behind = end;
  if (end > 0 && text[end - 1] == ')') {  // فبراير (شباط)
    const std::size_t open = text.rfind('(', end - 1);
    if (open == std::string_view::npos || end - open > kLongestWordBytes) return {};
    if (month_at(text, open + 1).month == 0) return {};
    end = skip_blanks_back(text, open);
  }
  word = word_before(text, end);
  if (word.plain.empty()) return {};
  if (word.plain == "الثاني" || word.plain == "الاول") {
    const ReadWord first = word_before(text, skip_blanks_back(text, word.begin));
    word.plain.insert(0, first.plain + " ");
    word.begin = first.begin;
    word.end = end;
  }
  const MonthName* month = month_named(word.plain);
  if (month == nullptr && word.plain.starts_with("و"))
    month = month_named(std::string_view(word.plain).substr(2));
  if (month == nullptr ||
      (word.plain == "janeiro" && text.substr(0, word.begin).ends_with("Rio de ")))
    return {};
  ReadMonth found{month->month, word.begin, behind, month->word_too && !word.capital};
  if (found.begin > 0 && text[found.begin - 1] == '/') {  // تشرين الثاني/نوفمبر
    const ReadMonth first = month_before(text, found.begin - 1);
    if (first.month == found.month) found.begin = first.begin;
  }
  return found;
}

ReadLink link_at(std::string_view text, std::size_t i) {
  std::size_t at = skip_blanks(text, i);
  if (at >= text.size()) return {};
  std::size_t next = at;
  const char32_t c = next_code_point(text, next);
  if (is_range_dash(c)) return {Link::kRange, skip_blanks(text, next)};
  if (c == U'至' || c == U'到') return {Link::kRange, skip_blanks(text, next)};
  if (c == U'和' || c == U'、' || c == '&') return {Link::kList, skip_blanks(text, next)};
  const bool comma = c == ',' || c == U'،';
  if (comma) at = skip_blanks(text, next);
  if (text.substr(at).starts_with("و")) return {Link::kList, skip_blanks(text, at + 2)};
  const ReadWord word = word_at(text, at);
  if (contains(kDateListWords, word.plain)) return {Link::kList, skip_blanks(text, word.end)};
  if (!comma && contains(kDateRangeWords, word.plain))
    return {Link::kRange, skip_blanks(text, word.end)};
  return comma ? ReadLink{Link::kList, at} : ReadLink{};
}

ReadLink link_before(std::string_view text, std::size_t i) {
  std::size_t end = skip_blanks_back(text, i);
  if (end == 0) return {};
  std::size_t before = end;
  if (is_range_dash(previous_code_point(text, before)))
    return {Link::kRange, skip_blanks_back(text, before)};
  const ReadWord word = word_before(text, end);
  if (contains(kDateListWords, word.plain))
    return {Link::kList, skip_blanks_back(text, word.begin)};
  if (contains(kDateRangeWords, word.plain))
    return {Link::kRange, skip_blanks_back(text, word.begin)};
  return {};
}

ReadYear year_behind_month(std::string_view text, std::size_t i) {
  std::size_t at = i;
  const bool dashed = at < text.size() && text[at] == '-';
  if (at < text.size() && (text[at] == ',' || text[at] == '-')) ++at;
  at = skip_of(text, skip_blanks(text, at));
  const ReadNumber number = number_at(text, at);
  constexpr int kPivot = 50;           // of years said with two digits
  if (dashed && number.digits == 2) {  // 24-Nov-16
    return {number.value + (number.value < kPivot ? 2000 : 1900), number.end};
  }
  if (number.digits == 2 && text.substr(number.end).starts_with("-го года")) {  // 4 июня 67-го года
    return {number.value + (number.value < kPivot ? 2000 : 1900),
            number.end + std::string_view("-го года").size()};
  }
  if (number.digits != 4 || number.value < kFirstYear || number.value > kLastYear) return {};
  std::size_t end = number.end;
  const ReadWord behind = word_at(text, skip_blanks(text, end));
  if (contains(kClockWords, behind.plain)) return {};
  if (contains(kYearWords, behind.plain)) {
    end = behind.end;
    if (behind.plain.size() == 2 && end < text.size() && text[end] == '.' && behind.plain != "م")
      ++end;  // г.
  } else if (behind.begin == end && !behind.plain.empty()) {
    return {};
  }
  return {number.value, end};
}

}  // namespace dragoman
