#include "definition_finder.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>

#include "char_kind.h"
#include "definition_aligner.h"
#include "function_words.h"
#include "short_form_finder.h"
#include "utf8.h"
#include "word_window.h"

namespace dragoman {
namespace {

constexpr int kEnoughForLetter = 5;
constexpr std::size_t kMostLeadBytes = 64;
constexpr std::size_t npos = std::string_view::npos;

// What may stand between an opening bracket and the short form it holds.
constexpr std::string_view kLeadWords[] = {
    "hereinafter", "hereafter", "herein", "the", "referred", "to", "as", "called", "known", "abbreviated", "acronym", "or", "also",
    "short", "ci", "après", "dénommé", "dénommée", "sigle", "le", "la", "les", "l", "abrégé", "en", "adelante", "lo", "sucesivo",
    "denominada", "denominado", "siglas", "sigla", "por", "sus", "el", "los", "las", "далее", "сокращенно", "сокращённо", "именуемая",
    "именуемый", "именуемое", "die", "der", "das", "kurz", "o", "ou", "или"};

bool is_lead_word(std::string_view word) {
  return std::find(std::begin(kLeadWords), std::end(kLeadWords), word) != std::end(kLeadWords);
}

bool is_quote(char32_t c) {
  switch (c) {
    case U'"': case U'\'': case U'“': case U'”': case U'„': case U'«': case U'»': case U'‘': case U'’': return true;
    default: return false;
  }
}

bool is_open(char32_t c) { return c == U'(' || c == U'（' || c == U'['; }
bool is_close(char32_t c) { return c == U')' || c == U'）' || c == U']'; }
bool is_space(char32_t c) { return kind_of(c) == CharKind::kSpace; }
bool is_dash(char32_t c) { return c == U'-' || c == U'–' || c == U'—' || c == U'―'; }

Span span_of(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

class Finder {
 public:
  Finder(std::string_view text, std::string_view lang) : text_(text), short_forms_(scan_short_forms(text, lang)) {}

  Abbreviations run() {
    for (current_ = 0; current_ < short_forms_.size(); ++current_) define();
    Abbreviations result;
    collect(result.short_forms);
    result.definitions = std::move(definitions_);
    return result;
  }

 private:
  std::string_view text_of(Span span) const { return text_.substr(span.begin, span.end - span.begin); }
  const ShortForm& current() const { return short_forms_[current_]; }

  void define() {
    const ShortForm& form = current();
    letters_ = letters_of_short_form(text_of(form.span));
    if (letters_.size == 0 || is_roman_numeral(text_of(form.span))) return;
    if (const std::size_t open = bracket_before(form.span.begin); open != npos) {
      if (!followed_by_word(form.span.end)) define_before(open);
      return;
    }
    const std::size_t next = skip_spaces_and_quotes(form.span.end);
    if (next >= text_.size()) return;
    std::size_t inside = next;
    const char32_t c = next_code_point(text_, inside);
    if (c == U'=') return define_legend(inside);
    if (is_open(c)) return define_inside(inside);
  }

  // The opening bracket before the short form that begins at `at`, nothing between but quotation
  // marks, dashes and words such as "hereinafter"; npos when there is none.
  std::size_t bracket_before(std::size_t at) const {
    const std::size_t bound = at > kMostLeadBytes ? at - kMostLeadBytes : 0;
    while (at > bound) {
      std::size_t before = at;
      const char32_t c = previous_code_point(text_, before);
      if (is_open(c)) return before;
      if (is_letter(kind_of(c))) {
        before = start_of_word(at, bound);
        if (!is_lead_word(text_.substr(before, at - before))) return npos;
      } else if (!is_space(c) && !is_quote(c) && !is_dash(c) && c != U':' && c != U',') {
        return npos;
      }
      at = before;
    }
    return npos;
  }

  std::size_t start_of_word(std::size_t end, std::size_t bound) const {
    std::size_t at = end;
    while (at > bound) {
      std::size_t before = at;
      if (!is_letter(kind_of(previous_code_point(text_, before)))) break;
      at = before;
    }
    return at;
  }

  std::size_t skip_spaces_and_quotes(std::size_t at) const {
    while (at < text_.size()) {
      std::size_t after = at;
      const char32_t c = next_code_point(text_, after);
      if (!is_space(c) && !is_quote(c)) break;
      at = after;
    }
    return at;
  }

  bool followed_by_word(std::size_t at) const {
    at = skip_spaces_and_quotes(at);
    return at < text_.size() && is_letter_or_digit(kind_of(code_point_at(text_, at)));
  }

  bool good(const std::optional<Alignment>& alignment) const {
    return alignment && alignment->score >= kEnoughForLetter * static_cast<int>(letters_.size);
  }

  // Where the words before the bracket at `open` end.
  std::size_t end_before(std::size_t open) const {
    std::size_t at = open;
    while (at > 0) {
      std::size_t before = at;
      const char32_t c = previous_code_point(text_, before);
      if (!is_space(c) && !is_quote(c) && c != U',') break;
      at = before;
    }
    return at;
  }

  void define_before(std::size_t open) {
    const std::size_t end = end_before(open);
    const WordWindow window = words_before(text_, end);
    const std::optional<Alignment> alignment = align_before(text_, window, letters_);
    if (good(alignment)) return add(window, alignment->first, alignment->last);
    if (current().bracketed) define_by_name(window);
  }

  void add(const WordWindow& window, std::size_t first, std::size_t last) {
    definitions_.push_back({current().span, span_of(window[first].span.begin, window[last].span.end)});
  }

  // The capitalized name that ends the window, for a short form from another language.
  void define_by_name(const WordWindow& window) {
    if (window.size < 2 || letters_.capitals < 2) return;
    std::size_t first = window.size;
    std::size_t words = 0;
    for (std::size_t i = window.size; i-- > 0;) {
      const WindowWord& word = window[i];
      if (!word.capital && !word.function && !word.number && !word.joined) break;
      if (word.capital && !word.function) {
        first = i;
        ++words;
      }
    }
    if (words < 2 || common_initials(window, first) * 2 < static_cast<int>(letters_.size)) return;
    add(window, first, window.size - 1);
  }

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

  void define_legend(std::size_t at) {
    WordWindow window = words_after(text_, at);
    if (window.size > 0 && ends_at_equals_sign(window)) --window.size;
    const std::optional<Alignment> alignment = align_after(text_, window, letters_);
    if (good(alignment)) add(window, alignment->first, alignment->last);
  }

  bool ends_at_equals_sign(const WordWindow& window) const {
    const std::size_t at = skip_spaces_and_quotes(window[window.size - 1].span.end);
    return at < text_.size() && text_[at] == '=';
  }

  void define_inside(std::size_t at) {
    const WordWindow window = words_after(text_, at);
    if (window.size < 2) return;
    const std::optional<Alignment> alignment = align_after(text_, window, letters_);
    if (good(alignment)) add(window, alignment->first, alignment->last);
  }

  void collect(std::vector<Span>& spans) const {
    std::unordered_set<std::string_view> defined;
    for (const Definition& definition : definitions_) defined.insert(text_of(definition.short_form));
    for (const ShortForm& form : short_forms_) {
      if (form.rank == ShortFormRank::kPlain || defined.contains(text_of(form.span))) {
        spans.push_back(form.span);
      } else if (form.rank == ShortFormRank::kParts) {
        for (const Span part : parts_of_short_form(text_, form.span)) spans.push_back(part);
      }
    }
  }

  std::string_view text_;
  std::vector<ShortForm> short_forms_;
  std::vector<Definition> definitions_;
  std::size_t current_ = 0;
  ShortLetters letters_;
};

}  // namespace

Abbreviations find_abbreviations(std::string_view text, std::string_view lang) { return Finder(text, lang).run(); }

std::vector<Definition> find_definitions(std::string_view text, std::string_view lang) {
  return find_abbreviations(text, lang).definitions;
}

std::vector<Span> find_short_forms(std::string_view text, std::string_view lang) {
  return find_abbreviations(text, lang).short_forms;
}

}  // namespace dragoman
