#include "tokenizer.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "fold.h"
#include "utf8.h"

namespace dragoman {
namespace {

enum class Class : std::uint8_t { kOther, kLetter, kMark, kDigit, kIdeograph };

bool is_ideograph(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) ||
         (c >= 0x3041 && c <= 0x30FF) ||
         u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

constexpr std::array<Class, 0x80> ascii_classes() {
  std::array<Class, 0x80> classes{};
  for (unsigned c = 'A'; c <= 'Z'; ++c) classes[c] = classes[c | 0x20u] = Class::kLetter;
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = Class::kDigit;
  return classes;
}

constexpr std::array<Class, 0x80> kAsciiClasses = ascii_classes();

Class class_beyond_ascii(char32_t c) {
  if (c >= 0x0410 && c <= 0x044F) return Class::kLetter;
  if (c >= 0x4E00 && c <= 0x9FFF) return Class::kIdeograph;
  if (c == 0x00AD || c == 0x200C || c == 0x200D || c == 0x2060) return Class::kMark;
  const auto u = static_cast<UChar32>(c);
  if (u_isdigit(u)) return Class::kDigit;
  if (u_isalpha(u)) return is_ideograph(c) ? Class::kIdeograph : Class::kLetter;
  const auto type = u_charType(u);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK
             ? Class::kMark
             : Class::kOther;
}

inline Class class_of(char32_t c) { return c < 0x80 ? kAsciiClasses[c] : class_beyond_ascii(c); }

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'‘' || c == U'`' || c == U'ʼ';
}

constexpr std::string_view kElided[] = {"l", "d",  "j",     "m",      "t",      "s",     "n",
                                        "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"};

constexpr std::size_t kLongestElided = 6;

bool is_elided(std::string_view prefix) {
  if (prefix.size() > kLongestElided) return false;  // also keeps A'A'A'… linear
  const std::string folded = fold_case(prefix);
  return std::find(std::begin(kElided), std::end(kElided), folded) != std::end(kElided);
}

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<RawToken>& tokens) : text_(text), tokens_(tokens) {}

  void run() {
    std::size_t i = 0;
    while (i < text_.size()) {
      std::size_t next = i;
      const char32_t c = next_code_point(text_, next);
      switch (class_of(c)) {
        case Class::kLetter:
          i = word(i);
          break;
        case Class::kDigit:
          i = number(i);
          break;
        case Class::kIdeograph:
          add(i, next, TokenKind::kIdeograph);
          i = next;
          break;
        default:
          if (c == '\n') line_end(next);
          i = next;
      }
    }
    line_end(text_.size());
  }

 private:
  Class class_at(std::size_t i) const {
    return i < text_.size() ? class_of(code_point_at(text_, i)) : Class::kOther;
  }

  void add(std::size_t begin, std::size_t end, TokenKind kind) {
    tokens_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                       kind,
                       false,
                       blank_lines_ > 0});
    blank_lines_ = 0;
  }

  // Letters, marks and digits from `i` on.
  std::size_t run_of_letters(std::size_t i) const {
    while (i < text_.size()) {
      std::size_t next = i;
      const Class c = class_of(next_code_point(text_, next));
      if (c != Class::kLetter && c != Class::kMark && c != Class::kDigit) break;
      i = next;
    }
    return i;
  }

  // The end of "U.N." at `i`, or `i` when there is no dotted acronym.
  std::size_t dotted(std::size_t i) const {
    if (text_[i] >= 'a' && text_[i] <= 'z') return i;
    std::size_t end = i;
    int letters = 0;
    bool dot_open = false;
    for (std::size_t at = i; at < text_.size();) {
      const char32_t c = next_code_point(text_, at);
      if (!u_isupper(static_cast<UChar32>(c))) break;
      if (class_at(at) == Class::kLetter) return i;
      ++letters;
      end = at;
      dot_open = at < text_.size() && text_[at] == '.';
      if (!dot_open) break;
      end = ++at;
    }
    return letters >= 2 ? end : i;
  }

  std::size_t word(std::size_t begin) {
    if (const std::size_t end = dotted(begin); end != begin) {
      add(begin, end, TokenKind::kWord);
      return after_possessive(end);
    }
    std::size_t end = run_of_letters(begin);
    while (end < text_.size()) {
      const std::size_t joined = join(begin, end);
      if (joined == end) break;
      if (joined == 0) return next_after_elision_;
      end = joined;
    }
    add(begin, end, TokenKind::kWord);
    return after_possessive(end);
  }

  // What follows the letters [begin, end): the new end when it belongs to the word, `end` when
  // the word ends here, 0 when the letters were an elided article.
  std::size_t join(std::size_t begin, std::size_t end) {
    std::size_t after = end;
    const char32_t c = next_code_point(text_, after);
    const std::string_view so_far = text_.substr(begin, end - begin);
    if (c == '-') {
      if (so_far.size() == 2 && (so_far[0] | 0x20) == 'c' && (so_far[1] | 0x20) == 'o' &&
          class_at(after) == Class::kLetter) {
        return run_of_letters(after);
      }
      return broken_line(end, after);
    }
    if (!is_apostrophe(c) || class_at(after) != Class::kLetter) return end;
    if (is_elided(so_far)) {
      next_after_elision_ = after;
      return 0;
    }
    const std::size_t rest = run_of_letters(after);
    const std::string_view suffix = text_.substr(after, rest - after);
    return suffix == "s" || suffix == "S" || c == '`' || c == U'‘' ? end : rest;
  }

  // "coopera-\n  tion": the end of the joined word, or `end`.
  std::size_t broken_line(std::size_t end, std::size_t after) const {
    std::size_t last = end;
    if (!u_islower(static_cast<UChar32>(previous_code_point(text_, last)))) return end;
    std::size_t i = after;
    if (i < text_.size() && text_[i] == '\r') ++i;
    if (i >= text_.size() || text_[i] != '\n') return end;
    ++i;
    while (i < text_.size() && (text_[i] == ' ' || text_[i] == '\t')) ++i;
    if (i >= text_.size() || !u_islower(static_cast<UChar32>(code_point_at(text_, i)))) return end;
    return run_of_letters(i);
  }

  // Steps over 's.
  std::size_t after_possessive(std::size_t end) const {
    if (end >= text_.size()) return end;
    std::size_t i = end;
    if (!is_apostrophe(next_code_point(text_, i)) || i >= text_.size()) return end;
    if (text_[i] != 's' && text_[i] != 'S') return end;
    return class_at(i + 1) == Class::kLetter ? end : i + 1;
  }

  std::size_t number(std::size_t begin) {
    std::size_t end = run_of_letters(begin);
    while (end + 3 < text_.size() && text_[end] == ',' && class_at(end + 1) == Class::kDigit) {
      const std::size_t group = run_of_letters(end + 1);
      if (group != end + 4) break;
      end = group;
    }
    add(begin, end, TokenKind::kNumber);
    return end;
  }

  // Marks the tokens of a line written in capitals, and counts blank lines.
  void line_end(std::size_t next) {
    if (line_first_ == tokens_.size()) {
      ++blank_lines_;
    } else {
      mark_shouted();
    }
    line_first_ = tokens_.size();
    line_begin_ = next;
  }

  void mark_shouted() {
    int words = 0;
    std::size_t longest = 0;
    for (std::size_t t = line_first_; t < tokens_.size(); ++t) {
      if (tokens_[t].kind != TokenKind::kWord) continue;
      const Span span = tokens_[t].span;
      std::size_t letters = 0;
      for (std::size_t i = span.begin; i < span.end;) {
        const auto c = static_cast<UChar32>(next_code_point(text_, i));
        if (u_islower(c)) return;
        if (u_isupper(c)) ++letters;
      }
      if (letters > 0) ++words;
      longest = std::max(longest, letters);
    }
    if (words < 3 && longest <= 6) return;
    for (std::size_t t = line_first_; t < tokens_.size(); ++t) tokens_[t].shouted = true;
  }

  std::string_view text_;
  std::vector<RawToken>& tokens_;
  std::size_t next_after_elision_ = 0;
  std::size_t line_first_ = 0;
  std::size_t line_begin_ = 0;
  int blank_lines_ = 0;
};

}  // namespace

void tokenize_text(std::string_view text, std::vector<RawToken>& tokens) {
  tokens.clear();
  Scanner(text, tokens).run();
}

}  // namespace dragoman
