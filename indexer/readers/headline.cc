#include "readers/headline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "ascii.h"
#include "readers/code_points.h"
#include "readers/date_text.h"
#include "readers/headline_words.h"
#include "readers/masthead.h"

namespace dragoman {
namespace {

constexpr std::size_t kHeadLines = 40;
constexpr std::size_t kLongestTitle = 250;  // code points
constexpr std::size_t kLongestLine = 4000;  // bytes that are looked at of a line

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;     // behind its LF
  std::string_view text;   // without white space around it
  std::size_t length = 0;  // code points of text
  bool indented = false;
};

// Without white space around it, no-break spaces included.
std::string_view trim_line(std::string_view text) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  for (;;) {
    text = trim(text);
    const bool before = text.starts_with(kNoBreak);
    const bool after = !before && text.ends_with(kNoBreak);
    if (!before && !after) return text;
    if (before) text.remove_prefix(kNoBreak.size());
    if (after) text.remove_suffix(kNoBreak.size());
  }
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }));
}

std::string lower(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = next_code_point(text, i);
    append_code_point(out, u_tolower(c));
  }
  return out;
}

std::vector<Line> head_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size() && lines.size() < kHeadLines;) {
    std::size_t end = text.find('\n', begin);
    end = end == std::string_view::npos ? text.size() : end + 1;
    Line line{begin, end, trim_line(text.substr(begin, std::min(end - begin, kLongestLine))), 0,
              false};
    line.indented = text.substr(begin).starts_with("  ") || text[begin] == '\t';
    line.length = width_of(line.text.substr(0, kLongestLine));
    lines.push_back(line);
    begin = end;
  }
  return lines;
}

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = next_code_point(text, i);
    if (u_isalpha(c)) return true;
  }
  return false;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t';
    words += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return words;
}

std::string_view without_arrows(std::string_view text) {
  constexpr std::string_view kArrows[] = {"«", "»", "‹", "›", "←", "→", "<", ">", "|",
                                          "·", "•", "▲", "▼", "↑", "[", "]", ":"};
  for (bool changed = true; changed;) {
    changed = false;
    text = trim_line(text);
    for (const std::string_view arrow : kArrows) {
      if (text.starts_with(arrow)) text.remove_prefix(arrow.size()), changed = true;
      if (text.ends_with(arrow)) text.remove_suffix(arrow.size()), changed = true;
    }
  }
  return text;
}

// "Home > News > World".
bool is_breadcrumb(std::string_view line) {
  for (const std::string_view separator : {" > ", " » ", " › ", " → ", " / "}) {
    std::size_t parts = 1;
    bool few_words = true;
    std::string_view rest = line;
    for (std::size_t at; (at = rest.find(separator)) != std::string_view::npos; ++parts) {
      few_words = few_words && count_words(rest.substr(0, at)) <= 3;
      rest.remove_prefix(at + separator.size());
    }
    if (parts >= (separator == " / " ? 3u : 2u) && few_words && count_words(rest) <= 4) return true;
  }
  return false;
}

bool is_navigation(const Line& line) {
  constexpr std::size_t kLongest = 80;
  if (line.length > kLongest) return false;
  const std::string_view bare = without_arrows(line.text);
  if (bare.empty()) return true;
  const bool arrow_before = line.text.starts_with("« ") || line.text.starts_with("‹") ||
                            line.text.starts_with("←") || line.text.starts_with("<< ") ||
                            line.text.starts_with("< ");
  if (arrow_before && count_words(bare) <= 4 && line.text.find("»") == std::string_view::npos) {
    return true;
  }
  const std::string word = lower(bare);
  return std::find(std::begin(kNavigationLines), std::end(kNavigationLines), word) !=
             std::end(kNavigationLines) ||
         is_breadcrumb(line.text);
}

// "Check against delivery", "1672 words".
bool is_notice(const Line& line) {
  const std::string words = lower(without_arrows(line.text));
  if (std::find(std::begin(kNotices), std::end(kNotices), words) != std::end(kNotices)) return true;
  const std::size_t digits = words.find_first_not_of("0123456789,. ");
  if (digits == 0 || digits == std::string::npos || words.size() > 40) return false;
  const std::string unit = words.substr(digits);
  return unit == "words" || unit == "palabras" || unit == "mots" || unit == "слов" ||
         unit == "слова";
}

bool is_separator(std::string_view text) {
  for (const std::string_view sign :
       {"|", "–", "—", "-", "(", ",", "•", "·", "/", "[", "،", "，", "、", "（"}) {
    if (text.ends_with(sign)) return true;
  }
  return false;
}

std::string_view without_signs(std::string_view text) {
  constexpr std::string_view kSigns[] = {"|", "–", "—", "-", "(", ")", ",",
                                         "•", "·", "/", "[", "]", ":", ";"};
  for (bool changed = true; changed;) {
    changed = false;
    text = trim_line(text);
    for (const std::string_view sign : kSigns) {
      if (text.ends_with(sign)) text.remove_suffix(sign.size()), changed = true;
      if (text.starts_with(sign) && sign != "(" && sign != "[")
        text.remove_prefix(sign.size()), changed = true;
    }
  }
  return text;
}

bool is_numeric(std::string_view date) {
  return std::all_of(date.begin(), date.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '/' || c == '-' || c == ':' || c == ' ' ||
           c == ',';
  });
}

// A date put before or behind a headline, not one that belongs to its words ("of 24 November").
struct Dated {
  std::string_view title;
  std::string date;
};
Dated take_date_off(std::string_view line) {
  const std::optional<DateText> found = find_date(line);
  if (!found) return {line, ""};
  const std::string_view date = line.substr(found->begin, found->end - found->begin);
  const std::string_view before = trim_line(line.substr(0, found->begin));
  const std::string_view after = trim_line(line.substr(found->end));
  const bool marked = is_numeric(date) || found->iso.find('T') != std::string::npos;
  if (has_letter(before) && !has_letter(after) && (marked || is_separator(before)) &&
      count_words(before) >= 2) {
    return {without_signs(before), found->iso};
  }
  if (!has_letter(before) && has_letter(after) && marked) return {without_signs(after), found->iso};
  return {line, ""};
}

// A line that is a date, with at most a place or a label beside it.
std::string date_of_own_line(const Line& line) {
  constexpr std::size_t kLongest = 90;
  constexpr std::size_t kMostOtherWords = 4;
  if (line.length > kLongest || line.text.find('\t') != std::string_view::npos) return {};
  const std::optional<DateText> found = find_date(line.text);
  if (!found) return {};
  const std::string_view before = without_signs(line.text.substr(0, found->begin));
  const std::string_view after = without_signs(line.text.substr(found->end));
  if (has_letter(before) && has_letter(after) && count_words(before) + count_words(after) > 2)
    return {};
  const std::string label = lower(before);
  const bool labelled =
      std::find(std::begin(kDateLabels), std::end(kDateLabels), label) != std::end(kDateLabels);
  if (labelled) return found->iso;
  const bool few = count_words(before) + count_words(after) <= kMostOtherWords;
  // "Rome, 24 November 2016", not "the events of 24 November 2016".
  const std::string_view raw = trim_line(line.text.substr(0, found->begin));
  const bool placed = raw.empty() || is_separator(raw) || raw.ends_with(":") || raw.ends_with(".");
  return few && placed ? found->iso : std::string();
}

// "MOSCOW, November 24, 2016 (TASS) — The …", "ТАШКЕНТ, 24 ноября 2016 г. /ТАСС/. …",
// "新华社北京2016年11月24日电 …"
std::string date_of_paragraph_start(const Line& line) {
  constexpr std::size_t kWithin = 160;  // bytes
  const std::string_view start = line.text.substr(0, kWithin);
  const std::optional<DateText> found = find_date(start);
  if (!found) return {};
  const std::string_view before = trim_line(start.substr(0, found->begin));
  const std::string_view after = start.substr(found->end, 60);
  const bool wired = after.starts_with("电") || after.starts_with("讯");  // by telegraph
  if (count_words(before) > 4 || !(wired || before.empty() || is_separator(before))) return {};
  const bool closed =
      after.find("–") != std::string_view::npos || after.find("—") != std::string_view::npos ||
      after.find(" - ") != std::string_view::npos || after.find('/') != std::string_view::npos ||
      after.find(") ") != std::string_view::npos || after.find("--") != std::string_view::npos ||
      wired;
  return closed ? found->iso : std::string();
}

std::string date_of_adoption(const Line& line) {
  constexpr std::size_t kLongest = 200;
  if (line.length > kLongest) return {};
  const std::string words = lower(line.text);
  const bool adopted =
      std::any_of(std::begin(kAdoptionStarts), std::end(kAdoptionStarts),
                  [&words](std::string_view start) { return words.starts_with(start); });
  if (!adopted) return {};
  const std::optional<DateText> found = find_date(line.text);
  return found && !has_letter(line.text.substr(found->end)) ? found->iso : std::string();
}

bool begins_small(std::string_view text) {
  std::size_t i = 0;
  return !text.empty() && u_islower(next_code_point(text, i));
}

// How wide the lines of the paragraph that begins with `line` are: the width of the paper, when
// it was ended by it.
std::size_t paragraph_width(const std::vector<Line>& lines, std::size_t line) {
  std::size_t width = 0;
  for (; line < lines.size() && !lines[line].text.empty(); ++line) {
    width = std::max(width, lines[line].length);
  }
  return width;
}

// Whether the line after `line` begins because the author wanted it, not because the first word
// of it had no more room.
bool ends_on_purpose(const std::vector<Line>& lines, std::size_t line) {
  if (line + 1 >= lines.size() || lines[line + 1].text.empty()) return true;
  if (lines[line + 1].indented && !lines[line].indented) return true;  // a paragraph begins
  const std::string_view next = lines[line + 1].text;
  if (next.find('\t') != std::string_view::npos) return true;  // the row of a table
  if (begins_small(next)) return false;
  const std::size_t word = width_of(next.substr(0, next.find(' ')));
  constexpr std::size_t kHanPunctuation = 2;
  const bool spaceless = next.find(' ') == std::string_view::npos;
  const std::size_t needed = spaceless ? kHanPunctuation : 1 + word;
  return lines[line].length + needed <= paragraph_width(lines, line);
}

bool can_be_title(const Line& line) {
  return line.length <= kLongestTitle && has_letter(line.text) &&
         line.text.find('\t') == std::string_view::npos;
}

// Empty lines, links, a date that does not begin the headline itself.
bool is_before_title(const Line& line) {
  if (line.text.empty() || is_navigation(line) || is_notice(line)) return true;
  if (date_of_own_line(line).empty()) return false;
  const Dated dated = take_date_off(line.text);
  return dated.date.empty() || count_words(dated.title) < 2;
}

}  // namespace

std::string find_dateline(std::string_view text, std::string_view title) {
  constexpr std::size_t kMostLines = 12;
  std::size_t seen = 0;
  for (const Line& line : head_lines(text)) {
    // A tab within a line makes it the row of a table.
    if (line.text.empty() || line.text.find('\t') != std::string_view::npos) continue;
    if (++seen > kMostLines) break;
    if (!title.empty() && line.text.starts_with(title)) {
      const Dated dated = take_date_off(line.text);
      if (!dated.date.empty()) return dated.date;
    }
    for (const auto& date_of : {&date_of_own_line, &date_of_paragraph_start, &date_of_adoption}) {
      if (std::string date = date_of(line); !date.empty()) return date;
    }
  }
  return {};
}

Headed split_headline(std::string text) {
  Headed headed;
  if (std::optional<Masthead> masthead = find_masthead(text)) {
    headed.symbol = std::move(masthead->symbol);
    headed.title = std::move(masthead->title);
  }
  if (!headed.title.empty()) {
    headed.date = find_dateline(text, "");
    headed.body = std::move(text);
    return headed;
  }
  const std::vector<Line> lines = head_lines(text);
  std::size_t at = 0;
  while (at < lines.size() && is_before_title(lines[at])) ++at;
  const bool more = at + 1 < lines.size() &&
                    !trim_line(std::string_view(text).substr(lines[at].end, kLongestLine)).empty();
  if (!more || !can_be_title(lines[at]) || !ends_on_purpose(lines, at)) {
    headed.date = find_dateline(text, "");
    headed.body = std::move(text);
    return headed;
  }
  Dated dated = take_date_off(lines[at].text);
  headed.title = dated.title;
  headed.date = std::move(dated.date);
  if (headed.date.empty()) headed.date = find_dateline(text, headed.title);
  std::size_t rest = lines[at].end;
  std::size_t before = lines[at].begin;
  const bool first = trim_line(std::string_view(text).substr(0, before)).empty();
  if (first) {
    before = 0;
    for (std::size_t next = at + 1; next < lines.size() && lines[next].text.empty(); ++next) {
      rest = lines[next].end;
    }
  }
  text.erase(before, rest - before);
  headed.body = std::move(text);
  return headed;
}

void normalize_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r') {
      if (from + 1 < text.size() && text[from + 1] == '\n') continue;
      text[to++] = '\n';
    } else {
      text[to++] = text[from];
    }
  }
  text.resize(to);
}

}  // namespace dragoman
