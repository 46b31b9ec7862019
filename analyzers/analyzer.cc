#include "dragoman/analyzers/analyzer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "date_finder.h"
#include "definition_finder.h"
#include "dragoman/hash.h"
#include "language.h"
#include "lookalikes.h"
#include "name_candidates.h"
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

std::uint32_t next_position(std::uint32_t position, const RawToken& token) {
  return position + (token.paragraph_start && position > 0 ? kParagraphGap : 1);
}

// A shorter paragraph says too little of its language.
constexpr std::uint32_t kLeastParagraphBytes = 120;
constexpr std::uint32_t kParagraphSampleBytes = 400;

// The language of the paragraph that begins with raw[first], or the text's where it cannot be told.
Language paragraph_language(std::string_view text, const std::vector<RawToken>& raw,
                            std::size_t first, Language of_text) {
  std::size_t next = first + 1;
  while (next < raw.size() && !raw[next].paragraph_start) ++next;
  const std::uint32_t begin = raw[first].span.begin;
  const std::uint32_t bytes = raw[next - 1].span.end - begin;
  if (bytes < kLeastParagraphBytes) return of_text;
  const Language found =
      detect_language(text.substr(begin, std::min(bytes, kParagraphSampleBytes)));
  return found == Language::kUnknown ? of_text : found;
}

// "2016-11-24" -> 2016; 0 for what does not begin with a year.
int year_of(std::string_view date) {
  int year = 0;
  const auto [end, error] = std::from_chars(date.data(), date.data() + date.size(), year);
  return error == std::errc() && end - date.data() == 4 ? year : 0;
}

Word& annotated(Word& word) {
  if (!word.annotated) annotate_word(word);
  return word;
}

// In Russian, an acronym in Latin letters that is known only in their Cyrillic twins is meant so.
Word& meant_word(WordCache& cache, std::string_view surface, TokenKind kind, std::uint64_t hash,
                 Language language) {
  Word& word = annotated(cache.find(surface, kind, hash));
  const bool may_be_twin = language == Language::kRussian && word.acronym_like &&
                           word.script == Script::kLatin && !word.starts_name;
  if (!may_be_twin) return word;
  const std::optional<std::string> twin = cyrillic_twin(surface);
  if (!twin) return word;
  Word& cyrillic = annotated(cache.find(*twin, kind));
  return cyrillic.starts_name ? cyrillic : word;
}

// The hashes of the words of a text, some tokens ahead of the one whose turn it is, so that the cache's memory has
// arrived when they are looked up.
class HashesAhead {
 public:
  HashesAhead(std::string_view text, const std::vector<RawToken>& raw, const WordCache& cache)
      : text_(text), raw_(raw), cache_(cache) {
    for (std::size_t i = 0; i < 2 * kAhead; ++i) hash(i);
  }

  // Requires: called for every token, in their order.
  std::uint64_t operator[](std::size_t i) {
    const std::uint64_t hash_of_i = hashes_[i % hashes_.size()];
    hash(i + 2 * kAhead);
    if (i + kAhead < raw_.size()) cache_.expect_entry(hashes_[(i + kAhead) % hashes_.size()]);
    return hash_of_i;
  }

 private:
  static constexpr std::size_t kAhead = 8;

  void hash(std::size_t i) {
    if (i >= raw_.size()) return;
    const Span span = raw_[i].span;
    std::uint64_t& hash_of_i = hashes_[i % hashes_.size()];
    hash_of_i = hash_bytes(text_.substr(span.begin, span.end - span.begin));
    cache_.expect_slot(hash_of_i);
  }

  std::string_view text_;
  const std::vector<RawToken>& raw_;
  const WordCache& cache_;
  std::array<std::uint64_t, 2 * kAhead> hashes_{};
};

// OSCE PA, МПА СНГ: the acronym of one organization is one short form.
void join_parts(const std::vector<OrganizationMention>& mentions, std::vector<Span>& short_forms) {
  auto kept = short_forms.begin();
  auto mention = mentions.begin();
  for (const Span span : short_forms) {
    while (mention != mentions.end() && mention->span.end <= span.begin) ++mention;
    const bool inside = mention != mentions.end() && mention->form == NameForm::kAcronym &&
                        mention->span.begin <= span.begin && span.end <= mention->span.end &&
                        span != mention->span && mention->first_token != mention->last_token;
    if (inside && kept != short_forms.begin() && *(kept - 1) == mention->span) continue;
    *kept++ = inside ? mention->span : span;
  }
  short_forms.erase(kept, short_forms.end());
}

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

const Analysis& Analyzer::analyze(std::string_view text, std::string_view lang,
                                  std::string_view date) {
  State& s = *state_;
  std::vector<Token> tokens = std::move(s.analysis.tokens);  // for their memory
  tokens.clear();
  s.analysis = {};
  s.analysis.tokens = std::move(tokens);
  s.words.clear();
  s.cache.forget_if_full();
  Language language = language_from_code(lang);
  const bool is_told = language != Language::kUnknown;
  if (!is_told) language = detect_language(text);
  s.analysis.lang = code_of(language);
  tokenize_text(text, s.raw);
  std::uint32_t position = 0;
  Language here = language;
  HashesAhead hashes(text, s.raw, s.cache);
  for (std::size_t i = 0; i < s.raw.size(); ++i) {
    const RawToken& raw = s.raw[i];
    if (!is_told && (i == 0 || raw.paragraph_start)) {
      here = paragraph_language(text, s.raw, i, language);
    }
    Word& word = meant_word(s.cache, text.substr(raw.span.begin, raw.span.end - raw.span.begin),
                            raw.kind, hashes[i], here);
    position = next_position(position, raw);
    s.analysis.tokens.push_back({raw.span, position, raw.kind, word.letter_case, raw.shouted,
                                 word.folded, s.cache.term(word, here, raw.shouted)});
    s.words.push_back(&word);
  }
  s.analysis.sentences = split_sentences(text, s.analysis.tokens);
  OrganizationMatcher matcher(text, s.analysis.tokens, s.words, language, year_of(date));
  Abbreviations abbreviations = find_abbreviations(text, s.analysis.lang, matcher.names());
  s.analysis.acronyms = std::move(abbreviations.short_forms);
  s.analysis.definitions = std::move(abbreviations.definitions);
  s.analysis.organizations = matcher.decide(s.analysis.acronyms, s.analysis.definitions);
  s.analysis.wholes = matcher.wholes_within(s.analysis.organizations);
  join_parts(s.analysis.organizations, s.analysis.acronyms);
  s.analysis.symbols = find_symbols(text);
  s.analysis.dates = find_dates(text, lang.empty() ? code_of(language) : lang, date);
  s.analysis.people = find_people(text, s.analysis.tokens, s.words, s.analysis.organizations);
  return s.analysis;
}

std::vector<NameCandidate> Analyzer::name_candidates(std::string_view query) {
  analyze(query, "en");
  return find_name_candidates(query, state_->analysis.tokens, state_->words);
}

std::vector<TokenPlace> token_places(std::string_view text) {
  std::vector<RawToken> raw;
  tokenize_text(text, raw);
  std::vector<TokenPlace> places;
  places.reserve(raw.size());
  std::uint32_t position = 0;
  for (const RawToken& token : raw) {
    position = next_position(position, token);
    places.push_back({token.span, position});
  }
  return places;
}

}  // namespace dragoman
