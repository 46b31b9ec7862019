#include "word_window.h"

#include <algorithm>

#include "char_kind.h"
#include "function_words.h"
#include "punctuation.h"
#include "utf8.h"

namespace dragoman {
namespace {

constexpr std::size_t kLongestElided = 5;  // "jusqu"
constexpr std::size_t kShortestLastWord =
    4;  // a full stop behind a shorter word may be an abbreviation's

bool is_dash_within(char32_t c) {
  return c == U'-' || c == U'‐' || c == U'‑' || c == U'/' || c == U'&' || c == U'+';
}

bool is_word_char(char32_t c) { return is_letter_or_digit(kind_of(c)); }

// Cuts a range of text that holds no boundary into words.
class WindowCutter {
 public:
  WindowCutter(std::string_view text, std::size_t begin, std::size_t end)
      : text_(text), at_(begin), end_(end) {}

  // Stores the next word; false at the end of the range.
  bool next(WindowWord& word) {
    word = {};
    while (at_ < end_) {
      std::size_t after = at_;
      const char32_t c = next_code_point(text_, after);
      if (is_word_char(c)) break;
      if (c == U',') word.comma = true;
      joined_ = is_dash_within(c) && !spaced_;
      spaced_ = kind_of(c) == CharKind::kSpace;
      at_ = after;
    }
    if (at_ >= end_) return false;
    word.joined = joined_;
    read(word);
    joined_ = spaced_ = false;
    return true;
  }

 private:
  void read(WindowWord& word) {
    const std::size_t begin = at_;
    std::size_t capitals = 0;
    std::size_t others = 0;
    while (at_ < end_) {
      std::size_t after = at_;
      const char32_t c = next_code_point(text_, after);
      if (is_apostrophe(c)) {
        if (at_ - begin <= kLongestElided && is_function_word(text_.substr(begin, at_ - begin)))
          break;
        if (after >= end_ || !is_word_char(code_point_at(text_, after))) break;
      } else if (!is_word_char(c)) {
        break;
      }
      ++(kind_of(c) == CharKind::kUpper ? capitals : others);
      at_ = after;
    }
    word.acronym = capitals >= 2 && others == 0;
    const CharKind first = kind_of(code_point_at(text_, begin));
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    word.capital = first == CharKind::kUpper;
    word.number = first == CharKind::kDigit;
    word.function = is_function_word(text_.substr(begin, at_ - begin));
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  bool joined_ = false;
  bool spaced_ = true;
};

bool ends_any_name(char32_t c) {
  switch (c) {
    case U'(':
    case U')':
    case U'[':
    case U']':
    case U'{':
    case U'}':
    case U';':
    case U':':
    case U'=':
    case U'"':
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
    case U'（':
    case U'）':
    case U'；':
    case U'：':
    case U'。':
    case U'!':
    case U'?':
    case U'•':
    case U'<':
    case U'>':
    case U'|':
      return true;
    default:
      return false;
  }
}

// Whether the full stop at `dot` ends a sentence: a word of some length before it, a space after
// it.
bool ends_sentence(std::string_view text, std::size_t dot) {
  if (dot + 1 < text.size() && kind_of(code_point_at(text, dot + 1)) != CharKind::kSpace)
    return false;
  std::size_t at = dot;
  std::size_t letters = 0;
  while (at > 0 && letters < kShortestLastWord) {
    std::size_t before = at;
    const CharKind kind = kind_of(previous_code_point(text, before));
    if (kind == CharKind::kDigit) return true;
    if (!is_letter(kind)) break;
    at = before;
    ++letters;
  }
  return letters >= kShortestLastWord;
}

bool blank_line_at(std::string_view text, std::size_t newline) {
  return newline > 0 && (text[newline - 1] == '\n' || text.substr(0, newline).ends_with("\n\r"));
}

bool is_boundary(std::string_view text, std::size_t at, char32_t c) {
  if (ends_any_name(c)) return true;
  if (c == U'.') return ends_sentence(text, at);
  return c == U'\n' && blank_line_at(text, at);
}

// A spaced dash divides; a hyphen does not.
bool is_spaced_dash(std::string_view text, std::size_t at, std::size_t after, char32_t c) {
  if (c == U'–' || c == U'—') return true;
  return c == U'-' && after < text.size() &&
         kind_of(code_point_at(text, after)) == CharKind::kSpace && at > 0 && text[at - 1] == ' ';
}

std::size_t start_of_window(std::string_view text, std::size_t end, bool across_dashes) {
  std::size_t at = end;
  while (at > 0 && end - at < WordWindow::kMostBytes) {
    std::size_t before = at;
    const char32_t c = previous_code_point(text, before);
    if (is_boundary(text, before, c) || (!across_dashes && is_spaced_dash(text, before, at, c)))
      break;
    at = before;
  }
  return at;
}

std::size_t end_of_window(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && at - begin < WordWindow::kMostBytes) {
    std::size_t after = at;
    const char32_t c = next_code_point(text, after);
    if (is_boundary(text, at, c) || (at > begin && is_spaced_dash(text, at, after, c))) break;
    at = after;
  }
  return at;
}

}  // namespace

WordWindow words_before(std::string_view text, std::size_t end, bool across_dashes) {
  WordWindow window;
  WindowCutter cutter(text, start_of_window(text, end, across_dashes), end);
  std::size_t count = 0;
  for (WindowWord word; cutter.next(word); ++count)
    window.words[count % WordWindow::kMostWords] = word;
  window.size = std::min(count, WordWindow::kMostWords);
  // The last words were kept in a ring: turn it so that they are in order.
  if (count > WordWindow::kMostWords) {
    const auto oldest = static_cast<std::ptrdiff_t>(count % WordWindow::kMostWords);
    std::rotate(window.words.begin(), window.words.begin() + oldest, window.words.end());
  }
  return window;
}

WordWindow words_after(std::string_view text, std::size_t begin) {
  WordWindow window;
  WindowCutter cutter(text, begin, end_of_window(text, begin));
  for (WindowWord word; window.size < WordWindow::kMostWords && cutter.next(word);)
    window.words[window.size++] = word;
  return window;
}

bool continues_name(const WordWindow& window, std::size_t i) {
  const WindowWord& before = window[i - 1];
  return before.capital && !before.function && !before.acronym && !window[i].comma &&
         !window[i].function;
}

}  // namespace dragoman
