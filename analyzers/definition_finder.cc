#include "definition_finder.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "char_kind.h"
#include "definition_aligner.h"
#include "definition_lead.h"
#include "function_words.h"
#include "han_definitions.h"
#include "long_form_by_initials.h"
#include "long_form_in_legend.h"
#include "punctuation.h"
#include "short_form_finder.h"
#include "short_form_shape.h"
#include "utf8.h"
#include "word_window.h"

namespace dragoman {
namespace {

constexpr std::size_t kLettersOfApposition = 3;  // shorter ones need a bracket

// Organisation européenne, Comité permanent.
bool adjectives_follow_nouns(std::string_view lang) {
  return lang.starts_with("es") || lang.starts_with("fr") || lang.starts_with("pt") ||
         lang.starts_with("it");
}

// Where the words before the bracket at `open` end.
std::size_t end_before(std::string_view text, std::size_t open) {
  std::size_t at = open;
  while (at > 0) {
    std::size_t before = at;
    const char32_t c = previous_code_point(text, before);
    if (kind_of(c) != CharKind::kSpace && !is_quote(c) && c != U',') break;
    at = before;
  }
  return at;
}

// A date behind the words that give the letters is no part of the name: "in the 1990s".
std::size_t end_of_name(const WordWindow& window, const Alignment& alignment) {
  bool number = false;
  for (std::size_t i = alignment.matched + 1; i <= alignment.words.last; ++i) {
    if (!window[i].function && !window[i].number) return alignment.words.last;
    number |= window[i].number;
  }
  return number ? alignment.matched : alignment.words.last;
}

// Looks at each short form of a text for a long form beside it.
class DefinitionScan {
 public:
  DefinitionScan(std::string_view text, std::string_view lang, std::span<const Span> names)
      : text_(text), names_(names), adjectives_follow_(adjectives_follow_nouns(lang)) {}

  std::vector<Definition> find(const std::vector<ShortForm>& short_forms) {
    for (const ShortForm& form : short_forms) {
      current_ = &form;
      define();
    }
    find_han_definitions(text_, definitions_);
    std::sort(definitions_.begin(), definitions_.end(),
              [](const auto& a, const auto& b) { return a.short_form.begin < b.short_form.begin; });
    return std::move(definitions_);
  }

 private:
  std::string_view text_of(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  void define() {
    const Span span = current_->span;
    letters_ = letters_of_short_form(text_of(span));
    if (letters_.size == 0 || is_roman_numeral(text_of(span))) return;
    const Lead lead = lead_before(text_, span.begin);
    if (lead.kind == Lead::kBracket || lead.kind == Lead::kHereinafter) {
      if (!is_followed_by_word(span.end)) define_before(lead.begin);
      return;
    }
    if (lead.kind == Lead::kApposition && define_apposition_before(lead.begin)) return;
    define_after(skip_spaces_and_quotes(text_, span.end));
  }

  void define_after(std::size_t next) {
    if (next >= text_.size()) return;
    std::size_t after = next;
    const char32_t c = next_code_point(text_, after);
    if (c == U'=') {
      if (const auto entry = long_form_in_legend(text_, after, letters_))
        add(entry->window, entry->words);
    } else if (is_open_bracket(c)) {
      define_inside(skip_spaces_and_quotes(text_, after));
    } else if (c == U',' || is_dash(c)) {
      define_apposition_after(skip_spaces_and_quotes(text_, after));
    } else if (is_letter(kind_of(c))) {
      define_apposition_after(next);
    }
  }

  // (CIS benchmarks), but not (CIS), (CIS 2014)
  bool is_followed_by_word(std::size_t at) const {
    at = skip_spaces_and_quotes(text_, at);
    while (at < text_.size() && kind_of(code_point_at(text_, at)) == CharKind::kDigit) ++at;
    return at < text_.size() && is_letter_or_digit(kind_of(code_point_at(text_, at)));
  }

  // Long Form (LF)
  void define_before(std::size_t open) {
    const std::size_t end = end_before(text_, open);
    const bool compound = text_of(current_->span).find('-') != std::string_view::npos;
    const WordWindow window = words_before(text_, end, compound);
    if (window.size == 0) return;
    const std::optional<Alignment> alignment = align_before(text_, window, letters_);
    const Span* name = name_ending_at(end);
    if (alignment && alignment->is_good(letters_) && beats(*alignment, window, name)) {
      return add(window, {start_of_name(window, *alignment), end_of_name(window, *alignment)});
    }
    if (name != nullptr && letters_.capitals >= 2) return add(*name);
    if (alignment && is_found_in_one_word(*alignment, window, letters_))
      return add(window, alignment->words);
    if (!current_->bracketed) return;
    if (const auto words = long_form_by_initials(text_, window, letters_)) add(window, *words);
  }

  // A known name is believed rather than letters found loosely within it.
  bool beats(const Alignment& alignment, const WordWindow& window, const Span* name) const {
    return name == nullptr || alignment.is_perfect(letters_) ||
           window[alignment.words.first].span.begin < name->begin;
  }

  const Span* name_ending_at(std::size_t end) const {
    const auto name = std::lower_bound(names_.begin(), names_.end(), end,
                                       [](const Span& n, std::size_t e) { return n.end < e; });
    return name != names_.end() && name->end == end ? &*name : nullptr;
  }

  const Span* name_starting_at(std::size_t begin) const {
    const auto name = std::lower_bound(names_.begin(), names_.end(), begin,
                                       [](const Span& n, std::size_t b) { return n.begin < b; });
    return name != names_.end() && name->begin == begin ? &*name : nullptr;
  }

  // A name is not cut in its middle when its letters are found only loosely, nor between its first
  // word and an adjective: Organisation | européenne des télécommunications par satellite.
  std::size_t start_of_name(const WordWindow& window, const Alignment& alignment) const {
    std::size_t first = alignment.words.first;
    const bool adjective = adjectives_follow_ && !window[first].capital;
    if (alignment.is_strong(letters_) && !adjective) return first;
    while (first > 0 && (window[first].capital || adjective) && continues_name(window, first))
      --first;
    return first;
  }

  // LF (Long Form)
  void define_inside(std::size_t at) {
    const WordWindow window = words_after(text_, at);
    if (window.size < 2) return;
    const std::optional<Alignment> alignment = align_after(text_, window, letters_);
    if (alignment && alignment->is_good(letters_)) return add(window, alignment->words);
    const Span* name = name_starting_at(window[window[0].function ? 1 : 0].span.begin);
    if (name == nullptr || letters_.capitals < 2) return;
    if (is_close_bracket(code_point_at(text_, name->end))) add(*name);
  }

  // "World Health Organization, or WHO", "World Health Organization – WHO"
  bool define_apposition_before(std::size_t lead) {
    const std::size_t end = end_before(text_, lead);
    if (letters_.capitals < kLettersOfApposition || !ends_in_small_letter(end)) return false;
    const WordWindow window = words_before(text_, end);
    if (window.size < 2) return false;
    const std::optional<Alignment> alignment = align_before(text_, window, letters_);
    if (!alignment || !alignment->is_perfect(letters_)) return false;
    add(window, alignment->words);
    return true;
  }

  // "WHO, the World Health Organization", "WHO – World Health Organization"
  void define_apposition_after(std::size_t at) {
    if (letters_.capitals < kLettersOfApposition || !begins_like_name(at)) return;
    const WordWindow window = words_after(text_, at);
    if (window.size < 2) return;
    const std::size_t first = window[0].function ? 1 : 0;
    const char32_t initial = base_of(code_point_at(text_, window[first].span.begin));
    if (initial != letters_[0].base) return;
    const std::optional<Alignment> alignment = align_after(text_, window, letters_);
    if (!alignment || !alignment->is_perfect(letters_)) return;
    if (alignment->words.first == first && alignment->matched > first)
      add(window, {first, alignment->matched});
  }

  // Cheap looks that keep a row of acronyms from being read as long forms.
  bool ends_in_small_letter(std::size_t end) const {
    if (end == 0) return false;
    const CharKind kind = kind_of(previous_code_point(text_, end));
    return kind == CharKind::kLower || kind == CharKind::kLetter;
  }

  // A capital and a small letter, behind an article or not.
  bool begins_like_name(std::size_t at) const {
    const std::size_t word = at;
    while (kind_of(code_point_at(text_, at)) == CharKind::kLower) next_code_point(text_, at);
    if (at > word) {
      if (!is_function_word(text_.substr(word, at - word)) || at >= text_.size()) return false;
      next_code_point(text_, at);
    }
    if (at >= text_.size() || kind_of(next_code_point(text_, at)) != CharKind::kUpper) return false;
    return kind_of(code_point_at(text_, at)) != CharKind::kUpper;
  }

  // A long form that holds its own short form explains nothing.
  void add(const WordWindow& window, WordRange words) {
    for (std::size_t i = words.first; i <= words.last; ++i) {
      if (text_of(window[i].span) == text_of(current_->span)) return;
    }
    add({window[words.first].span.begin, window[words.last].span.end});
  }

  void add(Span long_form) {
    const Span short_form = current_->span;
    const bool longer = long_form.end - long_form.begin > short_form.end - short_form.begin;
    if (longer) definitions_.push_back({short_form, long_form});
  }

  std::string_view text_;
  std::span<const Span> names_;
  bool adjectives_follow_;
  const ShortForm* current_ = nullptr;
  ShortLetters letters_;
  std::vector<Definition> definitions_;
};

// The short forms that count: by their shape, or because the text defines them; but names are not
// taken apart, as UNU in "UNU Office at the United Nations (UNU-ONY)".
class Collector {
 public:
  Collector(std::string_view text, const std::vector<Definition>& definitions) : text_(text) {
    for (const Definition& definition : definitions) {
      defined_.insert(text_of(definition.short_form));
      long_forms_.push_back(definition.long_form);
    }
    std::sort(long_forms_.begin(), long_forms_.end(),
              [](Span a, Span b) { return a.begin < b.begin; });
  }

  std::vector<Span> collect(const std::vector<ShortForm>& short_forms) {
    std::vector<Span> spans;
    for (const ShortForm& form : short_forms) {
      if (is_in_long_form(form.span)) continue;
      if (form.rank == ShortFormRank::kPlain || is_defined(form.span)) {
        spans.push_back(form.span);
      } else if (form.rank == ShortFormRank::kParts) {
        append_parts_of_short_form(text_, form.span, spans);
      }
    }
    return spans;
  }

 private:
  std::string_view text_of(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  bool is_defined(Span span) const {
    return span.end - span.begin > 1 && defined_.contains(text_of(span));
  }

  // Asked in the order of the text.
  bool is_in_long_form(Span span) {
    while (next_ < long_forms_.size() && long_forms_[next_].begin <= span.begin) {
      covered_ = std::max(covered_, long_forms_[next_++].end);
    }
    return span.end <= covered_;
  }

  std::string_view text_;
  std::unordered_set<std::string_view> defined_;
  std::vector<Span> long_forms_;
  std::size_t next_ = 0;
  std::uint32_t covered_ = 0;
};

}  // namespace

Abbreviations find_abbreviations(std::string_view text, std::string_view lang,
                                 std::span<const Span> names) {
  const std::vector<ShortForm> short_forms = scan_short_forms(text, lang);
  Abbreviations found;
  found.definitions = DefinitionScan(text, lang, names).find(short_forms);
  found.short_forms = Collector(text, found.definitions).collect(short_forms);
  return found;
}

std::vector<Definition> find_definitions(std::string_view text, std::string_view lang) {
  return find_abbreviations(text, lang).definitions;
}

std::vector<Span> find_short_forms(std::string_view text, std::string_view lang) {
  return find_abbreviations(text, lang).short_forms;
}

}  // namespace dragoman
