#include "definition_finder.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "char_kind.h"
#include "definition_aligner.h"
#include "definition_lead.h"
#include "function_words.h"
#include "han_definitions.h"
#include "short_form_finder.h"
#include "utf8.h"
#include "word_window.h"

namespace dragoman {
namespace {

// What an alignment must score for each letter, of kPerfectLetter.
constexpr int kEnoughForCapital = 5;
constexpr int kEnoughForOther = 2;

constexpr std::size_t kMostTrailing = 4;
constexpr std::size_t kMostLegendWords = 12;
constexpr std::size_t kLettersOfApposition = 3;
constexpr std::size_t npos = std::string_view::npos;

Span span_of(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

bool adjective_follows_noun(std::string_view lang) {
  return lang.starts_with("es") || lang.starts_with("fr") || lang.starts_with("pt") || lang.starts_with("it");
}

class Finder {
 public:
  Finder(std::string_view text, std::string_view lang, std::span<const Span> names)
      : text_(text), names_(names), adjective_follows_(adjective_follows_noun(lang)), short_forms_(scan_short_forms(text, lang)) {}

  Abbreviations run() {
    for (const ShortForm& form : short_forms_) {
      current_ = &form;
      define();
    }
    find_han_definitions(text_, definitions_);
    std::sort(definitions_.begin(), definitions_.end(),
              [](const Definition& a, const Definition& b) { return a.short_form.begin < b.short_form.begin; });
    Abbreviations result;
    collect(result.short_forms);
    result.definitions = std::move(definitions_);
    return result;
  }

 private:
  std::string_view text_of(Span span) const { return text_.substr(span.begin, span.end - span.begin); }

  void define() {
    const Span span = current_->span;
    letters_ = letters_of_short_form(text_of(span));
    if (letters_.size == 0 || is_roman_numeral(text_of(span))) return;
    if (const Lead lead = lead_before(text_, span.begin); lead.kind == Lead::kBracket || lead.kind == Lead::kHereinafter) {
      if (!followed_by_word(span.end)) define_before(lead.begin);
      return;
    } else if (lead.kind == Lead::kApposition && define_apposition_before(lead.begin)) {
      return;
    }
    const std::size_t next = skip_spaces_and_quotes(text_, span.end);
    if (next >= text_.size()) return;
    std::size_t after = next;
    const char32_t c = next_code_point(text_, after);
    if (c == U'=') {
      define_legend(after);
    } else if (is_open_bracket(c)) {
      define_inside(after);
    } else if (c == U',' || is_dash(c)) {
      define_apposition_after(skip_spaces_and_quotes(text_, after));
    } else if (is_letter(kind_of(c))) {
      define_apposition_after(next);
    }
  }

  // (CIS benchmarks), but not (CIS), (CIS 2014)
  bool followed_by_word(std::size_t at) const {
    at = skip_spaces_and_quotes(text_, at);
    while (at < text_.size() && kind_of(code_point_at(text_, at)) == CharKind::kDigit) ++at;
    return at < text_.size() && is_letter_or_digit(kind_of(code_point_at(text_, at)));
  }

  bool good(const std::optional<Alignment>& alignment) const {
    const auto capitals = static_cast<int>(letters_.capitals);
    const auto others = static_cast<int>(letters_.size) - capitals;
    if (!alignment || alignment->score < kEnoughForCapital * capitals + kEnoughForOther * others) return false;
    // Only its capitals make a word a likely short form; Interpol must be found to the last letter.
    return capitals > 1 || all_strong(*alignment);
  }

  bool all_strong(const Alignment& alignment) const { return alignment.strong == static_cast<int>(letters_.size); }

  // Every letter explains a word and every word of meaning a letter.
  bool perfect(const std::optional<Alignment>& alignment) const {
    return alignment && all_strong(*alignment) && alignment->missing == 0 && alignment->skipped == 0;
  }

  // Where the words before the bracket at `open` end.
  std::size_t end_before(std::size_t open) const {
    std::size_t at = open;
    while (at > 0) {
      std::size_t before = at;
      const char32_t c = previous_code_point(text_, before);
      if (kind_of(c) != CharKind::kSpace && !is_quote(c) && c != U',') break;
      at = before;
    }
    return at;
  }

  // Long Form (LF)
  void define_before(std::size_t open) {
    const std::size_t end = end_before(open);
    const bool compound = text_of(current_->span).find('-') != npos;
    const WordWindow window = words_before(text_, end, compound);
    if (window.size == 0) return;
    const std::optional<Alignment> alignment = align_before(text_, window, letters_);
    const Span* name = name_ending_at(end);
    if (good(alignment) && (name == nullptr || perfect(alignment) || window[alignment->first].span.begin < name->begin)) {
      return add(window, start_of_name(window, *alignment), end_of_name(window, *alignment));
    }
    if (name != nullptr && letters_.capitals >= 2) return add(*name);
    if (found_in_one_word(window, alignment)) return add(window, alignment->first, alignment->last);
    if (current_->bracketed) define_by_initials(window);
  }

  const Span* name_ending_at(std::size_t end) const {
    const auto name = std::lower_bound(names_.begin(), names_.end(), end, [](const Span& n, std::size_t e) { return n.end < e; });
    return name != names_.end() && name->end == end ? &*name : nullptr;
  }

  const Span* name_starting_at(std::size_t begin) const {
    const auto name = std::lower_bound(names_.begin(), names_.end(), begin, [](const Span& n, std::size_t b) { return n.begin < b; });
    return name != names_.end() && name->begin == begin ? &*name : nullptr;
  }

  // A date behind the words that give the letters is no part of the name: "in the 1990s".
  static std::size_t end_of_name(const WordWindow& window, const Alignment& alignment) {
    bool number = false;
    for (std::size_t i = alignment.matched + 1; i <= alignment.last; ++i) {
      if (!window[i].function && !window[i].number) return alignment.last;
      number |= window[i].number;
    }
    return number ? alignment.matched : alignment.last;
  }

  // A name is not cut in its middle when its letters are found only loosely, nor between its first word and
  // an adjective where adjectives follow: Organisation | européenne des télécommunications par satellite.
  std::size_t start_of_name(const WordWindow& window, const Alignment& alignment) const {
    std::size_t first = alignment.first;
    const bool adjective = adjective_follows_ && !window[first].capital;
    if (all_strong(alignment) && !adjective) return first;
    while (first > 0 && (window[first].capital || adjective) && continues(window, first)) --first;
    return first;
  }

  // Whether a capitalized word stands directly before the word at `first`.
  static bool continues(const WordWindow& window, std::size_t first) {
    const WindowWord& before = window[first - 1];
    return before.capital && !before.function && !before.acronym && !window[first].comma && !window[first].function;
  }

  // The name that ends the window, for a short form from another language: of the capitalized words where
  // it may begin, the one that explains the most letters by the fewest words.
  void define_by_initials(const WordWindow& window) {
    if (letters_.capitals < 2) return;
    std::size_t best = window.size;
    int best_score = 0;
    NameSoFar name;
    for (std::size_t i = window.size; i-- > 0;) {
      const WindowWord& word = window[i];
      name.cost += cost_in_name(word, name);
      if (word.function || word.number || word.joined || !word.capital) continue;
      if (++name.capitals + name.small < 2 || !may_begin_name(window, i, name)) continue;
      const int common = common_initials(window, i);
      const int score = kCommonInitial * common - name.cost + (starts_alike(word) ? kSameFirst : 0) + (behind_article(window, i) ? kBehindArticle : 0);
      const bool enough = common >= 2 && common * 2 >= static_cast<int>(letters_.size) &&
                          (name.small == 0 || (common >= 3 && name.capitals + name.small <= static_cast<int>(letters_.size) + 2));
      if (enough && score > best_score) {
        best = i;
        best_score = score;
      }
      if (word.comma) name.cost += kCommaInName;
    }
    if (best == window.size) return;
    add(window, starts_alike(window[best]) ? best : head_of_name(window, best), window.size - 1);
  }

  // Conferencia de las | Naciones Unidas sobre Comercio y Desarrollo: the noun before "de" or "of" heads the name.
  static std::size_t head_of_name(const WordWindow& window, std::size_t first) {
    std::size_t at = first;
    while (at > 0 && window[at - 1].function && !window[at].comma) --at;
    if (at > 0 && at < first && window[at].comma) return first;
    if (at > 0 && window[at - 1].capital && !window[at - 1].acronym) first = at - 1;
    while (first > 0 && continues(window, first)) --first;
    return first;
  }

  struct NameSoFar {
    int capitals = 0;
    int small = 0;  // words of meaning without a capital: Organisation mondiale de la santé
    int cost = 0;
  };

  static constexpr int kCommonInitial = 10, kSameFirst = 5, kBehindArticle = 3, kWordInName = 2, kSmallWord = 4, kCommaInName = 6, kAcronymInName = 3;

  static int cost_in_name(const WindowWord& word, NameSoFar& name) {
    if (word.function || word.number || word.joined) return 0;
    if (!word.capital) {
      ++name.small;
      return kSmallWord;
    }
    return word.acronym ? kWordInName + kAcronymInName : kWordInName;
  }

  static bool behind_article(const WordWindow& window, std::size_t i) { return i > 0 && window[i - 1].function && !window[i].comma; }

  // Where words without a capital follow, a name begins with the first of its capitals, behind an article.
  static bool may_begin_name(const WordWindow& window, std::size_t i, const NameSoFar& name) {
    return name.small == 0 || i == 0 || behind_article(window, i) || window[i].comma;
  }

  bool starts_alike(const WindowWord& word) const { return base_of(code_point_at(text_, word.span.begin)) == letters_[0].base; }

  // Letters of the short form with which words from `first` on begin, each word once.
  int common_initials(const WordWindow& window, std::size_t first) const {
    int common = 0;
    std::uint64_t used = 0;
    for (std::size_t i = 0; i < letters_.size; ++i) {
      for (std::size_t w = first; w < window.size; ++w) {
        if ((used >> w & 1u) != 0 || base_of(code_point_at(text_, window[w].span.begin)) != letters_[i].base) continue;
        used |= std::uint64_t{1} << w;
        ++common;
        break;
      }
    }
    return common;
  }

  // LF = Long Form; …: to the next delimiter or the next short form with its equals sign, if that is near.
  void define_legend(std::size_t at) {
    WordWindow window = words_after(text_, at);
    drop_next_short_form(window);
    if (window.size == 0) return;
    const std::optional<Alignment> alignment = align_after(text_, window, letters_);
    const bool aligned = good(alignment) || found_in_one_word(window, alignment);
    std::size_t last = end_of_legend(window, aligned ? alignment->matched : 0);
    if (aligned && last > alignment->matched + kMostTrailing) last = alignment->matched;
    if (aligned) return add(window, alignment->first, last);
    const bool likely = letters_.capitals >= 2 && last >= 1 && last < kMostLegendWords && !window[0].number;
    if (likely) add(window, 0, last);
  }

  // The long form's last word: before a comma behind the words needed, without footnote marks and numbers.
  std::size_t end_of_legend(const WordWindow& window, std::size_t needed) const {
    std::size_t last = needed;
    while (last + 1 < window.size && !window[last + 1].comma && !(window[last + 1].function && window[last + 1].capital)) ++last;
    while (last > needed && (window[last].number || is_mark(window[last]))) --last;
    return last;
  }

  bool is_mark(const WindowWord& word) const {
    return word.span.end - word.span.begin == 1 || is_roman_numeral(text_of(word.span));
  }

  // MDMA = methylenedioxymethamphetamine
  bool found_in_one_word(const WordWindow& window, const std::optional<Alignment>& alignment) const {
    if (!alignment || alignment->missing > 0 || letters_.size < 3) return false;
    for (std::size_t i = alignment->first + 1; i <= alignment->matched; ++i) {
      if (!window[i].joined) return false;
    }
    return window[alignment->matched].span.end - window[alignment->first].span.begin >= 3 * letters_.size;
  }

  void drop_next_short_form(WordWindow& window) const {
    if (window.size == 0) return;
    const std::size_t at = skip_spaces_and_quotes(text_, window[window.size - 1].span.end);
    if (at >= text_.size() || text_[at] != '=') return;
    while (window.size > 1 && window[window.size - 1].joined) --window.size;
    --window.size;
  }

  // LF (Long Form)
  void define_inside(std::size_t at) {
    at = skip_spaces_and_quotes(text_, at);
    const WordWindow window = words_after(text_, at);
    if (window.size < 2) return;
    const std::optional<Alignment> alignment = align_after(text_, window, letters_);
    if (good(alignment)) return add(window, alignment->first, alignment->last);
    const Span* name = name_starting_at(window[window[0].function ? 1 : 0].span.begin);
    if (name != nullptr && letters_.capitals >= 2 && name->end < text_.size() && is_close_bracket(code_point_at(text_, name->end))) {
      add(*name);
    }
  }

  // "World Health Organization, or WHO", "World Health Organization – WHO"
  bool define_apposition_before(std::size_t end) {
    if (letters_.capitals < kLettersOfApposition) return false;
    end = end_before(end);
    if (end == 0 || !ends_in_small_letter(end)) return false;
    const WordWindow window = words_before(text_, end);
    if (window.size < 2) return false;
    const std::optional<Alignment> alignment = align_before(text_, window, letters_);
    if (!perfect(alignment)) return false;
    add(window, alignment->first, alignment->last);
    return true;
  }

  // "WHO, the World Health Organization", "WHO – World Health Organization", "WHO World Health Organization"
  void define_apposition_after(std::size_t at) {
    if (letters_.capitals < kLettersOfApposition || !begins_like_name(at)) return;
    const WordWindow window = words_after(text_, at);
    if (window.size < 2) return;
    const std::size_t first = window[0].function ? 1 : 0;
    if (!starts_alike(window[first]) || !window[first].capital) return;
    const std::optional<Alignment> alignment = align_after(text_, window, letters_);
    if (perfect(alignment) && alignment->first == first && alignment->matched > alignment->first) {
      add(window, alignment->first, alignment->matched);
    }
  }

  // Cheap looks that keep a row of acronyms from being read as long forms.
  bool ends_in_small_letter(std::size_t end) const {
    const CharKind kind = kind_of(previous_code_point(text_, end));
    return kind == CharKind::kLower || kind == CharKind::kLetter;
  }

  // A capital and a small letter, behind an article or not.
  bool begins_like_name(std::size_t at) const {
    const std::size_t word = at;
    while (at < text_.size() && kind_of(code_point_at(text_, at)) == CharKind::kLower) next_code_point(text_, at);
    if (at > word) {
      if (!is_function_word(text_.substr(word, at - word)) || at >= text_.size()) return false;
      next_code_point(text_, at);
    }
    if (at >= text_.size() || kind_of(next_code_point(text_, at)) != CharKind::kUpper) return false;
    return at < text_.size() && kind_of(code_point_at(text_, at)) != CharKind::kUpper;
  }

  void add(const WordWindow& window, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) {
      if (text_of(window[i].span) == text_of(current_->span)) return;
    }
    add(span_of(window[first].span.begin, window[last].span.end));
  }

  void add(Span long_form) {
    const Span short_form = current_->span;
    if (long_form.end - long_form.begin > short_form.end - short_form.begin) definitions_.push_back({short_form, long_form});
  }

  void collect(std::vector<Span>& spans) const {
    std::unordered_set<std::string_view> defined;
    for (const Definition& definition : definitions_) defined.insert(text_of(definition.short_form));
    std::vector<Span> long_forms;
    for (const Definition& definition : definitions_) long_forms.push_back(definition.long_form);
    std::sort(long_forms.begin(), long_forms.end(), [](Span a, Span b) { return a.begin < b.begin; });
    auto next_long = long_forms.begin();
    std::uint32_t covered = 0;
    for (const ShortForm& form : short_forms_) {
      for (; next_long != long_forms.end() && next_long->begin <= form.span.begin; ++next_long) covered = std::max(covered, next_long->end);
      if (form.span.end <= covered) continue;  // names are not taken apart: UNU in "UNU Office at the United Nations (UNU-ONY)"
      if (form.rank == ShortFormRank::kPlain || (form.span.end - form.span.begin > 1 && defined.contains(text_of(form.span)))) {
        spans.push_back(form.span);
      } else if (form.rank == ShortFormRank::kParts) {
        for (const Span part : parts_of_short_form(text_, form.span)) spans.push_back(part);
      }
    }
  }

  std::string_view text_;
  std::span<const Span> names_;
  bool adjective_follows_;
  std::vector<ShortForm> short_forms_;
  std::vector<Definition> definitions_;
  const ShortForm* current_ = nullptr;
  ShortLetters letters_;
};

}  // namespace

Abbreviations find_abbreviations(std::string_view text, std::string_view lang, std::span<const Span> names) {
  return Finder(text, lang, names).run();
}

std::vector<Definition> find_definitions(std::string_view text, std::string_view lang) {
  return find_abbreviations(text, lang).definitions;
}

std::vector<Span> find_short_forms(std::string_view text, std::string_view lang) {
  return find_abbreviations(text, lang).short_forms;
}

}  // namespace dragoman
