#include "readers/pdf_pages.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

#include "ascii.h"
#include "readers/code_points.h"

namespace dragoman {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kMargin = 3;  // lines at the head and foot that are looked at

// Without the marks that turn the direction of writing, which poppler puts around Arabic.
std::string without_direction_marks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view three = text.substr(i, 3);
    const bool mark = three == "\xE2\x80\xAA" || three == "\xE2\x80\xAB" ||
                      three == "\xE2\x80\xAC" || three == "\xE2\x80\x8E" || three == "\xE2\x80\x8F";
    if (mark) {
      i += 3;
    } else {
      out += text[i++];
    }
  }
  return out;
}

std::vector<Lines> pages_of(std::string_view text) {
  std::vector<Lines> pages(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\f"), text.size());
    pages.back().push_back(without_direction_marks(text.substr(0, end)));
    if (end == text.size()) break;
    if (text[end] == '\f') pages.emplace_back();
    text.remove_prefix(end + 1);
  }
  return pages;
}

// The numbers of a line as "#", white space left out: "- 3 -" -> "-#-".
std::string shape_of(std::string_view line) {
  std::string shape;
  for (const char c : line) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && shape.ends_with('#')) continue;
    if (c != ' ' && c != '\t') shape += digit ? '#' : c;
  }
  return shape;
}

// A line as it repeats on every page: with "#" where the page's own number is, so that
// "18-16895 2/10" on the second page and "18-16895 3/10" on the third are alike.
std::string repeated_form(std::string_view line, std::size_t page) {
  const std::string own = std::to_string(page);
  std::string form;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i;
    while (end < line.size() && line[end] >= '0' && line[end] <= '9') ++end;
    if (end > i) {
      form += line.substr(i, end - i) == own ? "#" : line.substr(i, end - i);
      i = end;
      continue;
    }
    if (line[i] != ' ' && line[i] != '\t') form += line[i];
    ++i;
  }
  return form;
}

// A line as it is, and as it repeats.
std::array<std::string, 2> forms_of(const std::string& line, std::size_t page) {
  return {"=" + line, repeated_form(line, page)};
}

// "3", "- 3 -", "3/10", "Page 3 of 10", "Página 1 de 15".
bool is_page_number(std::string_view line) {
  constexpr std::size_t kLongest = 40;
  if (line.size() > kLongest) return false;
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : line) {
    const bool letter =
        static_cast<unsigned char>(c) >= 0x80 || std::isalpha(static_cast<unsigned char>(c)) != 0;
    digits += c >= '0' && c <= '9' ? 1 : 0;
    letters += letter ? 1 : 0;
    words += letter && !in_word ? 1 : 0;
    in_word = letter;
  }
  if (digits == 0 || digits > 8) return false;
  if (letters > 0 && line.find('/') != std::string_view::npos) return false;  // a symbol
  const std::string shape = shape_of(line);
  if (letters == 0)
    return shape == "#" || shape == "#/#" || shape == "-#-" || shape == "–#–" || shape == "[#]" ||
           shape == "(#)";
  // Two words around two numbers.
  return words == 2 && std::count(shape.begin(), shape.end(), '#') == 2 && shape.ends_with('#') &&
         letters < 24;
}

// The lines within kMargin of the head or foot of a page, empty ones not counted.
std::vector<std::size_t> margin_of(const Lines& page) {
  std::vector<std::size_t> full;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!is_blank(page[i])) full.push_back(i);
  }
  if (full.size() <= 2 * kMargin) return full;
  std::vector<std::size_t> margin(full.begin(), full.begin() + kMargin);
  margin.insert(margin.end(), full.end() - kMargin, full.end());
  return margin;
}

// Empties the lines that repeat on the margins of pages, but for their first time.
void drop_running_lines(std::vector<Lines>& pages) {
  std::map<std::string, std::size_t> times;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const std::size_t i : margin_of(pages[page])) {
      for (const std::string& form : forms_of(pages[page][i], page + 1)) ++times[form];
    }
  }
  const std::size_t often = std::max<std::size_t>(3, pages.size() / 3);
  std::set<std::string> kept;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const std::size_t i : margin_of(pages[page])) {
      std::string& line = pages[page][i];
      bool again = false;
      for (const std::string& form : forms_of(line, page + 1)) {
        again = (times[form] >= often && !kept.insert(form).second) || again;
      }
      if (again || is_page_number(line)) line.clear();
    }
  }
}

void trim_page(Lines& page) {
  while (!page.empty() && is_blank(page.back())) page.pop_back();
  const auto first =
      std::find_if(page.begin(), page.end(), [](const std::string& l) { return !is_blank(l); });
  page.erase(page.begin(), first);
}

// Whether a sentence goes on from a page that ends with `last` to one that begins with `next`.
bool goes_on(std::string_view last, std::string_view next) {
  const char end = last.empty() ? '.' : last.back();
  if (end == '.' || end == '!' || end == '?' || end == ':' || end == ';') return false;
  std::size_t i = 0;
  const UChar32 c = next.empty() ? ' ' : next_code_point(next, i);
  return u_islower(c) || (u_isalpha(c) && !u_isupper(c));
}

// One class a word's letters may be of.
bool is_clean_word(std::string_view word) {
  UScriptCode script = USCRIPT_COMMON;
  std::size_t count = 0;
  std::size_t capitals = 0;
  bool first_capital = false;
  for (std::size_t i = 0; i < word.size();) {
    const UChar32 c = next_code_point(word, i);
    if (c == '-' || c == '\'' || c == 0x2019 || c == '.') continue;
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (!u_isalpha(c)) return false;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode s = uscript_getScript(c, &status);
    if (script != USCRIPT_COMMON && s != script && s != USCRIPT_COMMON && s != USCRIPT_INHERITED)
      return false;
    script = s;
    first_capital = first_capital || (count == 0 && u_isupper(c));
    capitals += u_isupper(c) ? 1 : 0;
    ++count;
  }
  return count > 0 && (capitals == 0 || capitals == count || (capitals == 1 && first_capital));
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '/' || c == '%' ||
           c == '+' || c == ':';
  });
}

std::string_view without_edges(std::string_view word) {
  const auto is_edge = [](char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; };
  while (!word.empty() && is_edge(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_edge(word.back())) word.remove_suffix(1);
  return word;
}

}  // namespace

std::string join_pages(std::string_view text) {
  std::vector<Lines> pages = pages_of(text);
  if (pages.size() > 1) drop_running_lines(pages);
  std::string out;
  std::string last;
  for (Lines& page : pages) {
    trim_page(page);
    if (page.empty()) continue;
    if (!out.empty()) out += goes_on(last, page.front()) ? "" : "\n";
    last = page.back();
    for (const std::string& line : page) out.append(line).append("\n");
  }
  return out;
}

bool is_gibberish(std::string_view text) {
  constexpr std::size_t kSample = 20000;
  text = text.substr(0, kSample);
  std::size_t clean = 0;
  std::size_t all = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\n\f"), text.size());
    const std::string_view word = without_edges(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    all += word.size();
    // Scripts without spaces make words of whole sentences.
    const bool long_word = word.size() > 60;
    clean += is_number(word) || is_clean_word(word) ||
                     (long_word && count_letters(word) * 4 > word.size())
                 ? word.size()
                 : 0;
  }
  constexpr std::size_t kEnough = 200;
  return all > kEnough && clean * 100 < all * 35;
}

std::size_t count_letters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size();) letters += u_isalpha(next_code_point(text, i)) ? 1 : 0;
  return letters;
}

}  // namespace dragoman
