// What is measured: the analyzer, whole and stage by stage; each stage works on what the stages before it found.
// Corpora: the sample (six languages) and, where present, 8 MB of UN speeches (English) and of news (Russian), one
// analysis a document.
// Notes: one thread; the words are known after the first round, as in a long run. What a stage finds is counted and
// checked, so that a row cannot grow fast by doing less.
#include <functional>

#include <benchmark/benchmark.h>

#include "corpus.h"
#include "date_finder.h"
#include "definition_finder.h"
#include "dragoman/analyzers/analyzer.h"
#include "organization_matcher.h"
#include "person_finder.h"
#include "sentences.h"
#include "symbol_finder.h"
#include "tokenizer.h"
#include "word.h"

namespace dragoman::bench {
namespace {

constexpr std::size_t kMostTextBytes = 8u << 20u;

// A document with what the whole analysis gave.
struct Analyzed {
  std::string_view text;
  std::string lang;
  Analysis analysis;
  std::vector<const Word*> words;
};

struct Prepared {
  std::vector<Analyzed> documents;
  std::size_t bytes = 0;
  WordCache cache;
};

std::string_view surface(const Analyzed& document, const Token& token) {
  return document.text.substr(token.span.begin, token.span.end - token.span.begin);
}

void add_words(Analyzed& document, WordCache& cache) {
  for (const Token& token : document.analysis.tokens) {
    Word& word = cache.find(surface(document, token), token.kind);
    if (!word.annotated) annotate_word(word);
    document.words.push_back(&word);
  }
}

const Prepared& prepared(const std::string& name) {
  static std::map<std::string, Prepared> all;
  const auto [at, is_new] = all.try_emplace(name);
  Prepared& made = at->second;
  if (!is_new) return made;
  Analyzer analyzer;
  for (const Document& document : corpus(name)) {
    if (made.bytes >= kMostTextBytes) break;
    made.bytes += document.body.size();
    const Analysis& analysis = analyzer.analyze(document.body, document.lang, document.date);
    made.documents.push_back({document.body, document.lang, analysis, {}});
    add_words(made.documents.back(), made.cache);
  }
  return made;
}

Language language_of(const Analyzed& document) {
  return language_from_code(document.analysis.lang);
}

// Each gives the number of things that a stage finds in a document.
using Stage = std::function<std::size_t(const Analyzed&)>;

std::size_t tokenize(const Analyzed& document) {
  static std::vector<RawToken> tokens;
  tokenize_text(document.text, tokens);
  return tokens.size();
}

std::size_t words(const Analyzed& document) {
  static WordCache cache;
  const Language lang = language_of(document);
  std::size_t bytes = 0;
  for (const Token& token : document.analysis.tokens) {
    Word& word = cache.find(surface(document, token), token.kind);
    bytes += cache.term(word, lang, token.shouted).size();
  }
  return bytes;
}

std::size_t sentences(const Analyzed& document) {
  return split_sentences(document.text, document.analysis.tokens).size();
}

std::size_t names(const Analyzed& document) {
  const OrganizationMatcher matcher(document.text, document.analysis.tokens, document.words,
                                    language_of(document));
  return matcher.names().size();
}

std::size_t definitions(const Analyzed& document) {
  const Abbreviations found = find_abbreviations(document.text, document.analysis.lang, {});
  return found.short_forms.size() + found.definitions.size();
}

std::size_t organizations(const Analyzed& document) {
  OrganizationMatcher matcher(document.text, document.analysis.tokens, document.words,
                              language_of(document));
  std::vector<Definition> definitions = document.analysis.definitions;
  return matcher.decide(document.analysis.acronyms, definitions).size();
}

std::size_t symbols(const Analyzed& document) { return find_symbols(document.text).size(); }

std::size_t dates(const Analyzed& document) {
  return find_dates(document.text, document.analysis.lang, "").size();
}

std::size_t people(const Analyzed& document) {
  return find_people(document.text, document.analysis.tokens, document.words,
                     document.analysis.organizations)
      .size();
}

std::size_t everything(const Analyzed& document) {
  static Analyzer analyzer;
  return analyzer.analyze(document.text, document.lang).organizations.size();
}

void run(benchmark::State& state, const Stage& stage, const std::string& name) {
  const Prepared& corpus = prepared(name);
  if (corpus.documents.empty()) return state.SkipWithError((name + " is not there").c_str());
  const auto count = [&] {
    std::size_t found = 0;
    for (const Analyzed& document : corpus.documents) found += stage(document);
    return found;
  };
  const std::size_t expected = count();
  for (auto _ : state) {
    if (count() != expected) state.SkipWithError("another count");
  }
  state.counters["found"] = static_cast<double>(expected);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(corpus.bytes));
}

#define DRAGOMAN_ROWS(stage)                                                    \
  BENCHMARK_CAPTURE(run, stage##_en, Stage(stage), std::string("ungdc"));       \
  BENCHMARK_CAPTURE(run, stage##_ru, Stage(stage), std::string("news_ru_1tv")); \
  BENCHMARK_CAPTURE(run, stage##_sample, Stage(stage), std::string("sample"))

DRAGOMAN_ROWS(tokenize);
DRAGOMAN_ROWS(words);
DRAGOMAN_ROWS(sentences);
DRAGOMAN_ROWS(names);
DRAGOMAN_ROWS(definitions);
DRAGOMAN_ROWS(organizations);  // names, and what they mean
DRAGOMAN_ROWS(symbols);
DRAGOMAN_ROWS(dates);
DRAGOMAN_ROWS(people);
DRAGOMAN_ROWS(everything);

#undef DRAGOMAN_ROWS

}  // namespace
}  // namespace dragoman::bench
