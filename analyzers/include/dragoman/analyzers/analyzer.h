// An Analyzer turns text into an Analysis: language, tokens, sentences, organizations,
// definitions, symbols, dates. The same Analyzer serves indexing, queries and highlighting.
//
//   Analyzer analyzer;
//   const Analysis& analysis = analyzer.analyze("В Ереване прошёл саммит ОДКБ.", "ru");
//   analysis.organizations[0].span;  // the bytes of ОДКБ
//
// Not thread-safe: one Analyzer a thread. Making one costs microseconds.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// Stored in every index. Change it when any text would give other tokens or entities: an
// index built under another name is refused, not silently misread.
inline constexpr std::string_view kAnalyzerVersion = "dragoman-1";

// What a user's words may mean as an organization.
struct QueryOrganization {
  OrganizationNumber organization = 0;
  Span span;               // bytes of the query text
  std::uint32_t first_token = 0;  // indexes into Analysis::tokens of analyze_query
  std::uint32_t last_token = 0;
  NameForm form = NameForm::kName;
  std::string letters;     // for an acronym: its capitals without dots, "CSTO"; else empty
};

struct QueryAnalysis {
  // As for a text; Token::term is the plain folded word here. Positions 1, 2, 3 …
  Analysis analysis;
  // Every sense of every name in the query (several entries for an ambiguous acronym).
  std::vector<QueryOrganization> organizations;
};

class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // Analyzes a document's text. `lang` is its language if known (ISO 639-1), else empty.
  // The views in the Analysis and the Analysis itself live until the next call.
  // Linear in the length of the text. Texts over 4 GiB are cut.
  const Analysis& analyze(std::string_view text, std::string_view lang = {});

  // Analyzes tokens only, at the speed a highlighter needs: no sentences, no entities.
  const Analysis& tokenize(std::string_view text, std::string_view lang = {});

  // Analyzes what a user typed: no context decides here, all senses are given. Lower-case
  // acronyms that are ordinary words (who, eco, un) are words.
  const QueryAnalysis& analyze_query(std::string_view text);

  // The distinct index terms of one folded, accented word in each of `langs` (ISO 639-1).
  std::vector<std::string> query_terms(std::string_view word, const std::vector<std::string>& langs);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The letters of an acronym's surface as its index term carries them: "U.N." -> "UN".
std::string acronym_letters(std::string_view surface);

}  // namespace dragoman
