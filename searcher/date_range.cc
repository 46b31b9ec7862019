#include "date_range.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dragoman {
namespace {

bool is_date(std::string_view text) {
  constexpr std::string_view kShapes[] = {"dddd", "dddd-dd", "dddd-dd-dd"};
  return std::any_of(std::begin(kShapes), std::end(kShapes), [text](std::string_view shape) {
    return std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                      [](char c, char s) { return s == 'd' ? c >= '0' && c <= '9' : c == s; });
  });
}

// "2016-Q4" -> the months 2016-10 and 2016-12.
std::optional<std::pair<std::string, std::string>> quarter(std::string_view text) {
  if (text.size() != 7 || !is_date(text.substr(0, 4)) || text[4] != '-') return std::nullopt;
  if ((text[5] != 'Q' && text[5] != 'q') || text[6] < '1' || text[6] > '4') return std::nullopt;
  constexpr const char* kFirst[] = {"-01", "-04", "-07", "-10"};
  constexpr const char* kLast[] = {"-03", "-06", "-09", "-12"};
  const std::string year(text.substr(0, 4));
  const int number = text[6] - '1';
  return std::pair(year + kFirst[number], year + kLast[number]);
}

}  // namespace

bool is_range_field(std::string_view field) { return field == "date" || field == "mention"; }

std::optional<Clause> parse_range(std::string_view field, std::string_view text) {
  Clause range;
  range.kind = ClauseKind::kRange;
  range.field = field;
  if (const auto months = quarter(text)) {
    range.from = months->first;
    range.to = months->second;
    return range;
  }
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
    range.from = text.substr(0, dots);
    range.to = text.substr(dots + 2);
  } else if (text.starts_with('>') || text.starts_with('<')) {
    const bool up = text[0] == '>';
    const bool closed = text.substr(1).starts_with('=');
    (up ? range.from : range.to) = text.substr(closed ? 2 : 1);
    (up ? range.from_open : range.to_open) = !closed;
  } else {
    range.from = range.to = text;
  }
  const bool good = (range.from.empty() || is_date(range.from)) &&
                    (range.to.empty() || is_date(range.to)) &&
                    !(range.from.empty() && range.to.empty());
  return good ? std::optional(range) : std::nullopt;
}

bool put_in_order(Clause& range) {
  if (range.from.empty() || range.to.empty() || range.from <= range.to + '~') return false;
  std::swap(range.from, range.to);
  return true;
}

std::string range_text(const Clause& range) {
  if (range.from == range.to) return range.from;
  if (range.to.empty()) return (range.from_open ? ">" : ">=") + range.from;
  if (range.from.empty()) return (range.to_open ? "<" : "<=") + range.to;
  return range.from + ".." + range.to;
}

}  // namespace dragoman
