#include "definition_lead.h"

#include <algorithm>
#include <iterator>

#include "char_kind.h"
#include "punctuation.h"
#include "utf8.h"
#include "word_list.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostLeadBytes = 72;

// Words of the formula; those of the second list make it one without a bracket.
constexpr std::string_view kLeadWords[] = {
    // English
    "the", "referred", "to", "as", "called", "known", "abbreviated", "acronym", "or", "also", "in",
    "short", "its",
    // French
    "dénommé", "dénommée", "appelé", "appelée", "sigle", "le", "la", "les", "l", "abrégé", "en",
    "ou",
    // Spanish, Portuguese
    "lo", "denominada", "denominado", "siglas", "sigla", "por", "sus", "su", "el", "los", "las",
    "o", "a",
    // Russian
    "сокращенно", "сокращённо", "именуемая", "именуемый", "именуемое", "именуется", "или",
    // German
    "die", "der", "das", "kurz", "oder", "nachfolgend"};

constexpr std::string_view kFormulaWords[] = {"hereinafter", "hereafter", "ci",   "après",
                                              "adelante",    "sucesivo",  "далее"};

constexpr std::string_view kOr[] = {"or", "ou", "o", "или", "oder"};

// The beginning of the word that ends at `end`.
std::size_t start_of_word(std::string_view text, std::size_t end, std::size_t bound) {
  std::size_t at = end;
  while (at > bound) {
    std::size_t before = at;
    if (!is_letter(kind_of(previous_code_point(text, before)))) break;
    at = before;
  }
  return at;
}

// Walks back from the short form to whatever ends the lead.
class LeadReader {
 public:
  LeadReader(std::string_view text, std::size_t at)
      : text_(text), at_(at), bound_(at > kMostLeadBytes ? at - kMostLeadBytes : 0) {}

  Lead read() {
    while (at_ > bound_) {
      std::size_t before = at_;
      const char32_t c = previous_code_point(text_, before);
      if (is_open_bracket(c)) return {Lead::kBracket, before};
      if (is_letter(kind_of(c))) {
        if (!read_word(start_of_word(text_, at_, bound_))) break;
        continue;
      }
      if (kind_of(c) == CharKind::kSpace || is_quote(c) || c == U':') {
        at_ = before;
        continue;
      }
      if (c != U',' && !is_dash(c)) break;
      if (formula_ && c == U',') return {Lead::kHereinafter, before};
      if (apposition_ == 0 && (words_ == 0 || or_)) apposition_ = before;
      at_ = before;
    }
    return apposition_ > 0 ? Lead{Lead::kApposition, apposition_} : Lead{};
  }

 private:
  bool read_word(std::size_t begin) {
    const std::string_view word = text_.substr(begin, at_ - begin);
    const bool formula = contains(kFormulaWords, word);
    if (!formula && !contains(kLeadWords, word)) return false;
    formula_ |= formula;
    or_ = words_ == 0 && contains(kOr, word);
    ++words_;
    at_ = begin;
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t bound_;
  std::size_t apposition_ = 0;
  int words_ = 0;
  bool formula_ = false;
  bool or_ = false;
};

}  // namespace

Lead lead_before(std::string_view text, std::size_t at) { return LeadReader(text, at).read(); }

}  // namespace dragoman
