#include "dragoman/analyzers/analyzer.h"

#include "date_finder.h"
#include "language.h"
#include "organization_matcher.h"
#include "person_finder.h"
#include "sentences.h"
#include "symbol_finder.h"
#include "tokenizer.h"
#include "word.h"

namespace dragoman {
namespace {

// So that no phrase reaches over a blank line.
constexpr std::uint32_t kParagraphGap = 8;

}  // namespace

struct Analyzer::State {
  WordCache cache;
  std::vector<RawToken> raw;
  std::vector<const Word*> words;
  Analysis analysis;
};

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const Analysis& Analyzer::analyze(std::string_view text, std::string_view lang, std::string_view date) {
  State& s = *state_;
  s.analysis = {};
  s.words.clear();
  s.cache.forget_if_full();
  Language language = language_from_code(lang);
  if (language == Language::kUnknown) language = detect_language(text);
  s.analysis.lang = code_of(language);
  tokenize_text(text, s.raw);
  std::uint32_t position = 0;
  for (const RawToken& raw : s.raw) {
    Word& word = s.cache.find(text.substr(raw.span.begin, raw.span.end - raw.span.begin), raw.kind);
    position += raw.paragraph_start && position > 0 ? kParagraphGap : 1;
    s.analysis.tokens.push_back({raw.span, position, raw.kind, word.letter_case, raw.shouted, word.folded,
                                 s.cache.term(word, language, raw.shouted)});
    s.words.push_back(&word);
  }
  s.analysis.sentences = split_sentences(text, s.analysis.tokens);
  for (std::size_t i = 0; i < s.words.size(); ++i) {
    if (s.words[i]->acronym_like && !s.raw[i].shouted) s.analysis.acronyms.push_back(s.raw[i].span);
  }
  s.analysis.organizations = match_organizations(text, s.analysis.tokens, s.words, language);
  s.analysis.symbols = find_symbols(text);
  s.analysis.dates = find_dates(text, lang.empty() ? code_of(language) : lang, date);
  s.analysis.people = find_people(text, s.analysis.tokens, s.words, s.analysis.organizations);
  return s.analysis;
}

}  // namespace dragoman
