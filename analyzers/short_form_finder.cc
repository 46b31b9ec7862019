#include "short_form_finder.h"

#include <algorithm>

#include "char_kind.h"
#include "function_words.h"
#include "short_form_shape.h"
#include "utf8.h"

namespace dragoman {
namespace {

// A word cut at spaces, brackets, quotation marks and commas.
struct Chunk {
  std::size_t begin = 0;
  std::size_t end = 0;
  unsigned upper = 0;
  unsigned lower = 0;
  unsigned digits = 0;
  unsigned joiners = 0;
  bool address = false;  // someone@un.org

  bool empty() const { return upper + lower + digits == 0; }
};

constexpr std::string_view kTitles[] = {"Mr",   "Mrs",  "Ms",  "Miss", "Dr",  "Sir",  "Messrs", "Sr",  "Sra", "Srta", "Sres",
                                        "Sras", "M",    "MM",  "Mme",  "Mlle", "Mmes", "Prof",   "г-н", "г-жа", "Г-н",  "Г-жа"};

bool is_title_of_person(std::string_view word) {
  return std::find(std::begin(kTitles), std::end(kTitles), word) != std::end(kTitles);
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }

bool is_quote(char32_t c) {
  switch (c) {
    case U'"': case U'\'': case U'“': case U'”': case U'„': case U'«': case U'»': case U'‘': case U'’': return true;
    default: return false;
  }
}

// A passage in capitals says nothing by them: three words and more side by side; two, if one is long or joins
// others (THE SUMMIT).
class CapitalRun {
 public:
  void add(std::string_view word, std::size_t letters) {
    constexpr std::size_t kLongWord = 7;
    ++words_;
    if (letters >= kLongWord || (letters >= 2 && is_function_word(word))) tells_ = true;
  }

  bool shouted() const { return words_ > 2 || (words_ == 2 && tells_); }

 private:
  std::size_t words_ = 0;
  bool tells_ = false;
};

class Scanner {
 public:
  Scanner(std::string_view text, std::string_view lang) : text_(text), slash_joins_(lang.empty() || lang.starts_with("en")) {}

  std::vector<ShortForm> run() {
    std::size_t i = 0;
    while (i < text_.size()) {
      if (!open_) {
        i = skip_plain_words(i);
        if (i >= text_.size()) break;
      }
      std::size_t next = i;
      const CharKind kind = kind_of(next_code_point(text_, next));
      if (kind == CharKind::kSpace || kind == CharKind::kBreak) {
        close();
        if (kind == CharKind::kBreak || text_[i] == '\n') end_run();
      } else {
        extend(i, next, kind);
      }
      i = next;
    }
    close();
    end_run();
    return std::move(found_);
  }

 private:
  // Steps over words of ASCII letters, small but for the first, between single spaces: most of a text, and
  // never a short form.
  std::size_t skip_plain_words(std::size_t i) {
    const std::size_t start = i;
    std::size_t word = i;
    std::size_t word_end = i;
    while (i < text_.size()) {
      const std::size_t begin = i;
      if (text_[i] >= 'A' && text_[i] <= 'Z') ++i;
      const std::size_t small = i;
      while (i < text_.size() && text_[i] >= 'a' && text_[i] <= 'z') ++i;
      const bool plain = i > small && i + 1 < text_.size() && text_[i] == ' ' && text_[i + 1] != '=' && text_[i + 1] != ' ' &&
                         (begin == 0 || text_[begin - 1] == ' ');
      if (!plain) {
        i = begin;
        break;
      }
      word = begin;
      word_end = i++;
    }
    if (i == start) return i;
    end_run();
    before_ = {};
    before_.begin = word;
    before_.end = word_end;
    before_.lower = 1;
    return i;
  }

  void extend(std::size_t at, std::size_t next, CharKind kind) {
    if (!open_) {
      if (kind == CharKind::kJoiner) return;
      chunk_ = {};
      chunk_.begin = at;
      open_ = true;
    }
    chunk_.end = next;
    switch (kind) {
      case CharKind::kUpper: ++chunk_.upper; break;
      case CharKind::kDigit: ++chunk_.digits; break;
      case CharKind::kJoiner: ++chunk_.joiners; chunk_.address |= text_[at] == '@' || text_[at] == '_'; break;
      default: ++chunk_.lower;
    }
  }

  void close() {
    if (!open_) return;
    open_ = false;
    judge();
    before_ = chunk_;
  }

  std::string_view text_of(const Chunk& chunk) const { return text_.substr(chunk.begin, chunk.end - chunk.begin); }

  // Most words leave here: they have no capital, or only their first one.
  void judge() {
    if (chunk_.lower > 0) end_run();
    if (chunk_.address) return;
    if (chunk_.upper == 0) return judge_lower();
    if (chunk_.upper < 2 && !stands_alone() && !before_equals_sign()) return;
    judge_capitals();
  }

  // Half past five p.m.; and a lower-case word only where it is defined: (ppb).
  void judge_lower() {
    if (chunk_.lower == 0 && joins_bracketed(chunk_.begin, trimmed_end())) return;
    const std::string_view word = text_of(chunk_);
    const bool hour = chunk_.joiners >= 1 && (word.starts_with("p.m") || word.starts_with("a.m")) && before_.digits > 0;
    if (hour) return add(chunk_.begin, chunk_.end, ShortFormRank::kPlain, false);
    if (chunk_.digits == 0 && (stands_alone() || before_equals_sign())) {
      add(chunk_.begin, trimmed_end(), ShortFormRank::kDefinable, stands_alone());
    }
  }

  void judge_capitals() {
    strip_elision();
    const std::string_view whole = text_of(chunk_);
    const WordParts parts = parts_of(whole);
    Shape shape = shape_of(whole, parts);
    if (shape == Shape::kNone) return;
    const bool dotted = shape == Shape::kPlain && parts.size > 1 && parts[1].joiner == U'.' && parts[1].letters_only();
    const std::size_t end = dotted || parts.size == 0 ? end_of_dotted() : trimmed_end();
    const bool bracketed = stands_alone();
    if (bracketed && shape != Shape::kPlain && chunk_.upper >= 2 && parts[0].digits == 0) shape = promoted(whole, parts, shape);
    if (shape == Shape::kPlain && parts.size > 1 && parts[1].joiner == U'/' && !slash_joins_ && !bracketed) shape = Shape::kParts;
    if (shape == Shape::kPlain && is_surname()) shape = Shape::kDefinable;
    const bool word_in_capitals = chunk_.lower == 0 && chunk_.joiners == 0 && chunk_.digits == 0 && !bracketed;
    if (word_in_capitals) run_.add(whole, chunk_.upper);
    add(chunk_.begin, end, rank_of(shape), bracketed);
  }

  // In brackets by itself, mixed case is enough: (ExCom), (B-SAT).
  static Shape promoted(std::string_view word, const WordParts& parts, Shape shape) {
    if (parts.size == 1 && is_roman_numeral(word)) return shape;
    return Shape::kPlain;
  }

  static ShortFormRank rank_of(Shape shape) {
    if (shape == Shape::kPlain) return ShortFormRank::kPlain;
    return shape == Shape::kParts ? ShortFormRank::kParts : ShortFormRank::kDefinable;
  }

  void add(std::size_t begin, std::size_t end, ShortFormRank rank, bool bracketed) {
    if (joins_bracketed(begin, end)) return;
    found_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, rank, bracketed});
  }

  // (JS 6), (START I), (EU NAVFOR): two words that brackets hold together are one short form.
  bool joins_bracketed(std::size_t begin, std::size_t end) {
    if (found_.empty() || chunk_.lower > 0 || !closes_at(end) || (chunk_.upper == 0 && end - begin > 2)) return false;
    ShortForm& first = found_.back();
    if (first.span.end + 1 != begin || text_[first.span.end] != ' ' || !opens_at(first.span.begin)) return false;
    first.span.end = static_cast<std::uint32_t>(end);
    first.bracketed = true;
    return true;
  }

  // l'ONU, d’ONU, L'OTSC: the article is no part of it.
  void strip_elision() {
    constexpr std::size_t kLongestArticle = 2;
    std::size_t letters = 0;
    for (std::size_t i = chunk_.begin; i < chunk_.end;) {
      const char32_t c = next_code_point(text_, i);
      if (is_apostrophe(c)) {
        if (letters == 0 || letters > kLongestArticle || chunk_.end - i < 2 || text_[i] == 's') return;
        chunk_.begin = i;
        return recount();
      }
      if (!is_letter(kind_of(c)) || ++letters > kLongestArticle) return;
    }
  }

  void recount() {
    const std::size_t begin = chunk_.begin;
    const std::size_t end = chunk_.end;
    open_ = false;
    for (std::size_t i = begin; i < end;) {
      const std::size_t at = i;
      const CharKind kind = kind_of(next_code_point(text_, i));
      extend(at, i, kind);
    }
    open_ = false;
  }

  // US$: the sign of a currency belongs to it.
  std::size_t trimmed_end() const {
    std::size_t end = chunk_.end;
    if (chunk_.upper == 2 && chunk_.lower == 0 && text_.substr(chunk_.begin).substr(2, 1) == "$") return chunk_.begin + 3;
    while (end > chunk_.begin) {
      std::size_t before = end;
      if (kind_of(previous_code_point(text_, before)) != CharKind::kJoiner) break;
      end = before;
    }
    return end;
  }

  // The last full stop of U.N. belongs to it, other joiners do not.
  std::size_t end_of_dotted() const {
    const std::size_t end = trimmed_end();
    return end < chunk_.end && text_[end] == '.' ? end + 1 : end;
  }

  // (CSTO), (“CSTO”)
  bool stands_alone() const { return opens_at(chunk_.begin) && closes_at(trimmed_end()); }

  bool opens_at(std::size_t at) const {
    char32_t c = at > 0 ? previous_code_point(text_, at) : U' ';
    if (is_quote(c) && at > 0) c = previous_code_point(text_, at);
    return c == U'(' || c == U'（' || c == U'[';
  }

  bool closes_at(std::size_t at) const {
    char32_t c = code_point_at(text_, at);
    while (at < text_.size() && (is_quote(c) || c == U'.')) {
      next_code_point(text_, at);
      c = code_point_at(text_, at);
    }
    return c == U')' || c == U'）' || c == U']';
  }

  bool before_equals_sign() const {
    std::size_t at = chunk_.end;
    while (at < text_.size() && text_[at] == ' ' && at - chunk_.end < 3) ++at;
    return at < text_.size() && text_[at] == '=';
  }

  bool is_surname() const {
    if (chunk_.lower > 0 || chunk_.upper < 3 || before_.empty() || before_.end > chunk_.begin) return false;
    std::string_view title = text_of(before_);
    while (title.ends_with('.')) title.remove_suffix(1);
    return is_title_of_person(title);
  }

  void end_run() {
    if (run_.shouted()) {
      for (std::size_t i = run_first_; i < found_.size(); ++i) {
        if (!found_[i].bracketed && is_word(found_[i].span)) found_[i].rank = ShortFormRank::kDefinable;
      }
    }
    run_first_ = found_.size();
    run_ = {};
  }

  // Letters and hyphens alone: not N.O.S., not HCFC-22.
  bool is_word(Span span) const {
    for (std::size_t i = span.begin; i < span.end;) {
      const char32_t c = next_code_point(text_, i);
      if (!is_letter(kind_of(c)) && c != U'-') return false;
    }
    return true;
  }

  std::string_view text_;
  bool slash_joins_;
  std::vector<ShortForm> found_;
  Chunk chunk_;
  Chunk before_;
  bool open_ = false;
  CapitalRun run_;
  std::size_t run_first_ = 0;
};

// The value of a canonical Roman numeral; 0 when there is none.
int roman_value(std::string_view word) {
  struct Digit {
    std::string_view letters;
    int value;
  };
  constexpr Digit kDigits[] = {{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}};
  int value = 0;
  for (const Digit& digit : kDigits) {
    int repeats = digit.letters.size() == 1 && digit.letters != "V" && digit.letters != "L" ? 3 : 1;
    for (; repeats > 0 && word.starts_with(digit.letters); --repeats) {
      value += digit.value;
      word.remove_prefix(digit.letters.size());
    }
  }
  return word.empty() ? value : 0;
}

}  // namespace

bool is_roman_numeral(std::string_view word) {
  if (word.empty() || word.size() > 9) return false;
  // "CC", "CLI", "DC" stand for names far more often than for numbers.
  const bool names_more_often = word.front() == 'C' && word.find('X') == std::string_view::npos && word.find('V') == std::string_view::npos;
  return !names_more_often && roman_value(word) > 0;
}

std::vector<ShortForm> scan_short_forms(std::string_view text, std::string_view lang) { return Scanner(text, lang).run(); }

std::vector<Span> parts_of_short_form(std::string_view text, Span span) {
  const std::string_view word = text.substr(span.begin, span.end - span.begin);
  const WordParts parts = parts_of(word);
  std::vector<Span> spans;
  for (std::size_t i = 0; i < parts.size; ++i) {
    if (is_plain_part(word, parts[i])) spans.push_back({span.begin + parts[i].begin, span.begin + parts[i].end});
  }
  return spans;
}

}  // namespace dragoman
