#include "short_form_finder.h"

#include <algorithm>
#include <iterator>

#include "char_kind.h"
#include "function_words.h"
#include "short_form_shape.h"
#include "text_chunk.h"
#include "utf8.h"

namespace dragoman {
namespace {

constexpr std::string_view kTitles[] = {
    "Mr",   "Mrs", "Ms",   "Miss", "Dr", "Sir", "Messrs", "Prof", "Sr",  "Sra",  "Srta", "Sres",
    "Sras", "Don", "Doña", "M",    "MM", "Mme", "Mlle",   "Mmes", "г-н", "г-жа", "Г-н",  "Г-жа"};

// The shortest surname worth protecting; "Mr. UN" is no person.
constexpr unsigned kShortestSurname = 3;

bool is_title_of_person(std::string_view word) {
  while (word.ends_with('.')) word.remove_suffix(1);
  return std::find(std::begin(kTitles), std::end(kTitles), word) != std::end(kTitles);
}

// A passage in capitals says nothing by them: three words and more side by side; two, if one is
// long or joins others (THE SUMMIT).
class CapitalRun {
 public:
  void add(std::string_view word, std::size_t letters) {
    constexpr std::size_t kLongWord = 7;
    ++words_;
    if (letters >= kLongWord || is_function_word(word)) tells_ = true;
  }

  bool is_shouted() const { return words_ > 2 || (words_ == 2 && tells_); }

 private:
  std::size_t words_ = 0;
  bool tells_ = false;
};

class Scanner {
 public:
  Scanner(std::string_view text, std::string_view lang)
      : text_(text), english_(lang.empty() || lang.starts_with("en")) {}

  std::vector<ShortForm> run() {
    std::size_t i = 0;
    while (i < text_.size()) {
      if (!open_) i = skip_plain_words(i);
      if (i >= text_.size()) break;
      const std::size_t at = i;
      take(at, i);
    }
    close_chunk();
    end_run();
    return std::move(found_);
  }

 private:
  // Steps over words of ASCII letters, small but for the first, between single spaces: most of a
  // text, and never a short form.
  std::size_t skip_plain_words(std::size_t i) {
    std::size_t word = i;
    std::size_t word_end = i;
    for (std::size_t end; (end = end_of_plain_word(i)) != i; i = end + 1) {
      word = i;
      word_end = end;
    }
    if (word_end == word) return i;
    end_run();
    before_ = {.begin = word, .end = word_end, .lower = 1};
    return i;
  }

  // The end of the plain word at `begin`; `begin` when it is none.
  std::size_t end_of_plain_word(std::size_t begin) const {
    std::size_t i = begin;
    if (i < text_.size() && text_[i] >= 'A' && text_[i] <= 'Z') ++i;
    const std::size_t small = i;
    while (i < text_.size() && text_[i] >= 'a' && text_[i] <= 'z') ++i;
    const bool spaced = i > small && i + 1 < text_.size() && text_[i] == ' ' &&
                        text_[i + 1] != ' ' && text_[i + 1] != '=' &&
                        (begin == 0 || text_[begin - 1] == ' ');
    return spaced ? i : begin;
  }

  // One character; moves `next` behind it.
  void take(std::size_t at, std::size_t& next) {
    const CharKind kind = kind_of(next_code_point(text_, next));
    if (kind == CharKind::kSpace || kind == CharKind::kBreak) {
      close_chunk();
      if (kind == CharKind::kBreak || text_[at] == '\n') end_run();
      return;
    }
    if (!open_) {
      if (kind == CharKind::kJoiner) return;
      chunk_ = {.begin = at};
      open_ = true;
    }
    chunk_.extend(text_, at, next, kind);
  }

  void close_chunk() {
    if (!open_) return;
    open_ = false;
    if (chunk_.lower > 0) end_run();
    if (!chunk_.address) judge(chunk_);
    before_ = chunk_;
  }

  // Most words leave here: they have no capital, or only their first one.
  void judge(const TextChunk& chunk) {
    if (chunk.upper >= 2) return judge_capitals(without_elision(text_, chunk));
    if (chunk.lower == 0 && joins_bracketed(chunk, trimmed_end(text_, chunk))) return;
    if (is_hour(chunk)) return add(chunk, chunk.end, ShortFormRank::kPlain);
    const bool definable = is_bracketed(text_, chunk) || is_before_equals_sign(text_, chunk);
    if (!definable) return;
    if (chunk.upper > 0) return judge_capitals(chunk);
    if (chunk.digits == 0) add(chunk, trimmed_end(text_, chunk), ShortFormRank::kDefinable);
  }

  // 5.30 p.m.
  bool is_hour(const TextChunk& chunk) const {
    if (chunk.upper > 0 || chunk.joiners == 0 || before_.digits == 0) return false;
    const std::string_view word = chunk.in(text_);
    return word.starts_with("p.m") || word.starts_with("a.m");
  }

  void judge_capitals(const TextChunk& chunk) {
    const std::string_view word = chunk.in(text_);
    const WordParts parts = parts_of(word);
    const Shape shape = shape_of(word, parts);
    if (shape == Shape::kNone) return;
    const ShortFormRank rank = rank_of(chunk, parts, shape);
    const bool in_run = chunk.lower == 0 && chunk.letters_only() && !is_bracketed(text_, chunk);
    if (in_run) run_.add(word, chunk.upper);
    add(chunk, is_dotted(parts) ? end_of_dotted(chunk) : trimmed_end(text_, chunk), rank);
  }

  ShortFormRank rank_of(const TextChunk& chunk, const WordParts& parts, Shape shape) const {
    const bool divided = parts.size > 1 && parts[1].joiner == U'/' && !english_;
    if (is_bracketed(text_, chunk)) {
      // In brackets by itself, mixed case is enough: (ExCom), (B-SAT); but not (XV).
      const bool enough = chunk.upper >= 2 && parts[0].digits == 0 && !is_roman(chunk, parts);
      return enough ? ShortFormRank::kPlain : ShortFormRank::kDefinable;
    }
    if (shape == Shape::kParts || (shape == Shape::kPlain && divided)) return ShortFormRank::kParts;
    if (shape == Shape::kDefinable || is_surname(chunk)) return ShortFormRank::kDefinable;
    // DE, LES, ПО; but AU and LAS of English texts are no articles.
    if (!english_ && is_function_word(chunk.in(text_))) return ShortFormRank::kDefinable;
    return ShortFormRank::kPlain;
  }

  bool is_roman(const TextChunk& chunk, const WordParts& parts) const {
    return parts.size == 1 && is_roman_numeral(chunk.in(text_));
  }

  bool is_surname(const TextChunk& chunk) const {
    return chunk.lower == 0 && chunk.upper >= kShortestSurname && !before_.empty() &&
           is_title_of_person(before_.in(text_));
  }

  // The last full stop of U.N. belongs to it.
  std::size_t end_of_dotted(const TextChunk& chunk) const {
    const std::size_t end = trimmed_end(text_, chunk);
    return end < chunk.end && text_[end] == '.' ? end + 1 : end;
  }

  void add(const TextChunk& chunk, std::size_t end, ShortFormRank rank) {
    if (joins_bracketed(chunk, end)) return;
    found_.push_back({{static_cast<std::uint32_t>(chunk.begin), static_cast<std::uint32_t>(end)},
                      rank,
                      is_bracketed(text_, chunk)});
  }

  // (JS 6), (START I), (EU NAVFOR): two words that brackets hold together are one short form.
  bool joins_bracketed(const TextChunk& chunk, std::size_t end) {
    constexpr std::size_t kMostDigits = 2;
    if (found_.empty() || chunk.lower > 0) return false;
    if (chunk.upper == 0 && end - chunk.begin > kMostDigits) return false;
    ShortForm& first = found_.back();
    const bool adjacent = first.span.end + 1 == chunk.begin && text_[first.span.end] == ' ';
    if (!adjacent || !opens_bracket_before(text_, first.span.begin)) return false;
    if (!closes_bracket_at(text_, end)) return false;
    first.span.end = static_cast<std::uint32_t>(end);
    first.bracketed = true;
    return true;
  }

  void end_run() {
    if (run_.is_shouted()) {
      for (std::size_t i = run_first_; i < found_.size(); ++i) {
        if (!found_[i].bracketed && is_word(found_[i].span)) {
          found_[i].rank = ShortFormRank::kDefinable;
        }
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
  bool english_;
  std::vector<ShortForm> found_;
  TextChunk chunk_;
  TextChunk before_;  // the last one closed
  bool open_ = false;
  CapitalRun run_;
  std::size_t run_first_ = 0;  // of found_
};

}  // namespace

std::vector<ShortForm> scan_short_forms(std::string_view text, std::string_view lang) {
  return Scanner(text, lang).run();
}

void append_parts_of_short_form(std::string_view text, Span span, std::vector<Span>& parts) {
  const std::string_view word = text.substr(span.begin, span.end - span.begin);
  const WordParts all = parts_of(word);
  for (std::size_t i = 0; i < all.size; ++i) {
    if (is_plain_part(word, all[i])) {
      parts.push_back({span.begin + all[i].begin, span.begin + all[i].end});
    }
  }
}

}  // namespace dragoman
