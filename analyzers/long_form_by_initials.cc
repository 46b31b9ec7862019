#include "long_form_by_initials.h"

#include <cstdint>

#include "char_kind.h"
#include "utf8.h"

namespace dragoman {
namespace {

// What speaks for a beginning, and what for a later one.
constexpr int kCommonInitial = 10;
constexpr int kSameFirstLetter = 5;
constexpr int kBehindArticle = 3;
constexpr int kCapitalWord = 2;
constexpr int kSmallWord = 4;
constexpr int kAcronymInName = 3;
constexpr int kCommaInName = 6;

constexpr int kFewestCommon = 2;
constexpr int kFewestCommonWithSmall = 3;
constexpr int kMoreWordsThanLetters = 2;

bool is_plain_function(const WindowWord& word) {
  return word.function || word.number || word.joined;
}

bool is_behind_article(const WordWindow& window, std::size_t i) {
  return i > 0 && window[i - 1].function && !window[i].comma;
}

class NameFinder {
 public:
  NameFinder(std::string_view text, const WordWindow& window, const ShortLetters& letters)
      : text_(text), window_(window), letters_(letters) {}

  std::optional<WordRange> find() {
    if (letters_.capitals < 2) return std::nullopt;
    std::size_t best = window_.size;
    int best_score = 0;
    for (std::size_t i = window_.size; i-- > 0;) {
      count(window_[i]);
      if (may_begin(i)) {
        const int score = score_at(i);
        if (score > best_score) {
          best = i;
          best_score = score;
        }
      }
      if (window_[i].comma) cost_ += kCommaInName;
    }
    if (best == window_.size) return std::nullopt;
    return WordRange{starts_alike(best) ? best : head_before(best), window_.size - 1};
  }

 private:
  void count(const WindowWord& word) {
    if (is_plain_function(word)) return;
    ++(word.capital ? capitals_ : smalls_);
    cost_ += word.capital ? kCapitalWord : kSmallWord;
    if (word.acronym) cost_ += kAcronymInName;
  }

  // Where words without a capital follow, a name begins behind an article or a comma.
  bool may_begin(std::size_t i) const {
    const WindowWord& word = window_[i];
    if (is_plain_function(word) || !word.capital || capitals_ + smalls_ < 2) return false;
    return smalls_ == 0 || i == 0 || is_behind_article(window_, i) || word.comma;
  }

  // 0 when too little is explained.
  int score_at(std::size_t i) const {
    const int common = common_initials(i);
    const auto letters = static_cast<int>(letters_.capitals);
    if (common < kFewestCommon || common * 2 < letters) return 0;
    const bool too_loose =
        common < kFewestCommonWithSmall || capitals_ + smalls_ > letters + kMoreWordsThanLetters;
    if (smalls_ > 0 && too_loose) return 0;
    return kCommonInitial * common - cost_ + (starts_alike(i) ? kSameFirstLetter : 0) +
           (is_behind_article(window_, i) ? kBehindArticle : 0);
  }

  char32_t initial(std::size_t i) const {
    return base_of(code_point_at(text_, window_[i].span.begin));
  }

  bool starts_alike(std::size_t i) const { return initial(i) == letters_[0].base; }

  // Capitals of the short form with which words from `first` on begin, each word once.
  int common_initials(std::size_t first) const {
    int common = 0;
    std::uint64_t used = 0;
    for (std::size_t l = 0; l < letters_.size; ++l) {
      if (!letters_[l].capital) continue;
      for (std::size_t w = first; w < window_.size; ++w) {
        if ((used >> w & 1u) != 0 || initial(w) != letters_[l].base) continue;
        used |= std::uint64_t{1} << w;
        ++common;
        break;
      }
    }
    return common;
  }

  // Conferencia de las | Naciones Unidas sobre Comercio y Desarrollo: the noun before "de" or "of"
  // heads the name.
  std::size_t head_before(std::size_t first) const {
    std::size_t at = first;
    while (at > 0 && window_[at - 1].function && !window_[at].comma) --at;
    if (at > 0 && at < first && window_[at].comma) return first;
    if (at > 0 && window_[at - 1].capital && !window_[at - 1].acronym) first = at - 1;
    while (first > 0 && continues_name(window_, first)) --first;
    return first;
  }

  std::string_view text_;
  const WordWindow& window_;
  const ShortLetters& letters_;
  int capitals_ = 0;
  int smalls_ = 0;  // words of meaning without a capital: Organisation mondiale de la santé
  int cost_ = 0;
};

static_assert(WordWindow::kMostWords <= 64, "common_initials() keeps a bit for each word");

}  // namespace

std::optional<WordRange> long_form_by_initials(std::string_view text, const WordWindow& window,
                                               const ShortLetters& letters) {
  return NameFinder(text, window, letters).find();
}

}  // namespace dragoman
