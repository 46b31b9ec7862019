#include "definition_aligner.h"

#include <algorithm>

#include "char_kind.h"
#include "utf8.h"

namespace dragoman {
namespace {

// What finding or missing a letter, and skipping a word, is worth. Found by trial on English and
// Spanish texts of the United Nations; the order of the values matters more than the values.
constexpr int kInitial = kPerfectLetter;
constexpr int kInitialOfFunctionWord = 4;
constexpr int kNextLetter = 5;    // EURopean
constexpr int kLaterLetter = 1;   // ChildrEn's
constexpr int kInnerLetter = -4;  // the first one found in a word is not its initial
constexpr int kSkippedWord = -6;
constexpr int kSkippedPart = -3;  // behind a hyphen
constexpr int kSkippedNumber = -3;
constexpr int kSkippedFunctionWord = 0;
constexpr int kFunctionWordFirst = -5;
constexpr int kInsideFirst = -4;  // a name that begins behind a hyphen
constexpr int kComma = -8;
constexpr int kMissingCapital = -9;
constexpr int kMissingOther = -3;
constexpr int kImpossible = -10000;

// What an alignment must score for each letter.
constexpr int kEnoughForCapital = 5;
constexpr int kEnoughForOther = 2;

struct Cell {
  int score = kImpossible;
  std::uint8_t first = 0;
  std::uint8_t matched = 0;
  std::uint8_t strong = 0;
  std::uint8_t skipped = 0;
  std::uint8_t missing = 0;
};

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): only the first `size` letters are read
struct Bases {
  static constexpr std::size_t kMost = 24;
  std::array<char32_t, kMost> letters;
  std::size_t size = 0;
};

Bases bases_of(std::string_view word) {
  Bases bases;
  for (std::size_t i = 0; i < word.size() && bases.size < Bases::kMost;)
    bases.letters[bases.size++] = base_of(next_code_point(word, i));
  return bases;
}

int cost_of_skipping(const WindowWord& word) {
  if (word.function) return kSkippedFunctionWord;
  if (word.joined) return kSkippedPart;
  return word.number ? kSkippedNumber : kSkippedWord;
}

class Aligner {
 public:
  enum class Side { kBefore, kAfter };

  Aligner(std::string_view text, const WordWindow& window, const ShortLetters& letters, Side side)
      : text_(text), window_(window), letters_(letters), side_(side) {}

  std::optional<Alignment> run() {
    if (letters_.size == 0 || window_.size == 0) return std::nullopt;
    std::optional<Alignment> best;
    row_.fill({});
    for (std::size_t word = 0; word < window_.size; ++word) {
      next_row(word);
      // Only the last word may end a name before the short form; any may end one behind it.
      if (side_ == Side::kAfter || word + 1 == window_.size) keep_better(best, word);
    }
    return best;
  }

 private:
  bool may_begin(std::size_t word) const {
    if (side_ == Side::kBefore || word == 0) return true;
    return word == 1 && window_[0].function;
  }

  void next_row(std::size_t word) {
    std::array<Cell, ShortLetters::kMost + 1> next;
    next.fill({});
    const WindowWord& w = window_[word];
    for (std::size_t i = 1; i <= letters_.size; ++i) skip_word(row_[i], w, next[i]);
    const Bases bases = bases_of(text_.substr(w.span.begin, w.span.end - w.span.begin));
    if (may_begin(word)) {
      Cell start;
      start.score = 0;
      start.first = static_cast<std::uint8_t>(word);
      if (w.joined) start.score += kInsideFirst;
      if (w.function) start.score += kFunctionWordFirst;
      take_letters(start, 0, bases, word, next);
    }
    for (std::size_t i = 1; i < letters_.size; ++i) {
      if (row_[i].score == kImpossible) continue;
      Cell cell = row_[i];
      if (w.comma) cell.score += kComma;
      take_letters(cell, i, bases, word, next);
    }
    for (std::size_t i = 1; i < letters_.size; ++i) skip_letter(next[i], letters_[i], next[i + 1]);
    row_ = next;
  }

  static void improve(Cell& cell, const Cell& other) {
    if (other.score > cell.score || (other.score == cell.score && other.first > cell.first))
      cell = other;
  }

  static void skip_word(const Cell& from, const WindowWord& word, Cell& to) {
    if (from.score == kImpossible) return;
    Cell cell = from;
    const int cost = cost_of_skipping(word);
    cell.score += cost + (word.comma ? kComma : 0);
    if (cost == kSkippedWord) ++cell.skipped;
    improve(to, cell);
  }

  static void skip_letter(const Cell& from, const ShortLetters::Letter& letter, Cell& to) {
    if (from.score == kImpossible) return;
    Cell cell = from;
    cell.score += letter.capital ? kMissingCapital : kMissingOther;
    ++cell.missing;
    improve(to, cell);
  }

  // Finds letters_[i], letters_[i + 1] … in one word, each as early as it comes.
  void take_letters(Cell cell, std::size_t i, const Bases& bases, std::size_t word,
                    std::array<Cell, ShortLetters::kMost + 1>& next) const {
    std::size_t at = 0;
    cell.matched = static_cast<std::uint8_t>(word);
    if (bases.letters[0] == letters_[i].base) {
      cell.score += window_[word].function ? kInitialOfFunctionWord : kInitial;
      ++cell.strong;
    } else {
      if (i == 0) return;
      while (at < bases.size && bases.letters[at] != letters_[i].base) ++at;
      if (at == bases.size) return;
      cell.score += kInnerLetter;
    }
    improve(next[++i], cell);
    for (std::size_t from = at + 1; i < letters_.size; ++i, from = at + 1) {
      at = from;
      while (at < bases.size && bases.letters[at] != letters_[i].base) ++at;
      if (at >= bases.size) return;
      cell.score += at == from ? kNextLetter : kLaterLetter;
      if (at == from) ++cell.strong;
      improve(next[i + 1], cell);
    }
  }

  void keep_better(std::optional<Alignment>& best, std::size_t word) const {
    const Cell& cell = row_[letters_.size];
    if (cell.score == kImpossible || (best && cell.score <= best->score)) return;
    best = Alignment{{cell.first, word}, cell.matched, cell.score,
                     cell.strong,        cell.skipped, cell.missing};
  }

  std::string_view text_;
  const WordWindow& window_;
  const ShortLetters& letters_;
  Side side_;
  std::array<Cell, ShortLetters::kMost + 1> row_;
};

}  // namespace

bool Alignment::is_good(const ShortLetters& letters) const {
  const auto capitals = static_cast<int>(letters.capitals);
  const auto others = static_cast<int>(letters.size) - capitals;
  if (score < kEnoughForCapital * capitals + kEnoughForOther * others) return false;
  // Only its capitals make a word a likely short form; Interpol must be found to the last letter.
  return capitals > 1 || is_strong(letters);
}

bool is_found_in_one_word(const Alignment& alignment, const WordWindow& window,
                          const ShortLetters& letters) {
  constexpr std::size_t kFewestLetters = 3;
  constexpr std::size_t kBytesForLetter = 3;
  if (alignment.missing > 0 || letters.size < kFewestLetters) return false;
  const std::size_t first = alignment.words.first;
  for (std::size_t i = first + 1; i <= alignment.matched; ++i) {
    if (!window[i].joined) return false;
  }
  return window[alignment.matched].span.end - window[first].span.begin >=
         kBytesForLetter * letters.size;
}

ShortLetters letters_of_short_form(std::string_view short_form) {
  ShortLetters letters;
  for (const std::string_view possessive : {"'s", "’s"}) {
    if (short_form.ends_with(possessive)) short_form.remove_suffix(possessive.size());
  }
  for (std::size_t i = 0; i < short_form.size();) {
    const char32_t c = next_code_point(short_form, i);
    const CharKind kind = kind_of(c);
    if (!is_letter_or_digit(kind)) continue;
    if (letters.size == ShortLetters::kMost) return {};
    const bool capital = kind == CharKind::kUpper;
    letters.letters[letters.size++] = {base_of(c), capital, kind == CharKind::kDigit};
    if (capital) ++letters.capitals;
  }
  const bool plural =
      letters.capitals >= 2 && letters.capitals + 1 == letters.size && short_form.ends_with('s');
  if (plural) --letters.size;
  return letters;
}

std::optional<Alignment> align_before(std::string_view text, const WordWindow& window,
                                      const ShortLetters& letters) {
  return Aligner(text, window, letters, Aligner::Side::kBefore).run();
}

std::optional<Alignment> align_after(std::string_view text, const WordWindow& window,
                                     const ShortLetters& letters) {
  return Aligner(text, window, letters, Aligner::Side::kAfter).run();
}

}  // namespace dragoman
