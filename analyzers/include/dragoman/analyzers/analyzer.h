// An Analyzer turns text into an Analysis: language, tokens, sentences, acronyms and
// organizations.
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
#include "dragoman/export.h"

namespace dragoman {

// Stored in every index. Change it when any text would give other tokens or entities: an
// index built under another name is refused, not silently misread.
inline constexpr std::string_view kAnalyzerVersion = "dragoman-3";

// A name in a query, with every organization it may mean, by the letters alone.
struct NameCandidate {
  Span span;
  std::uint32_t first_token = 0;  // indexes into Analysis::tokens
  std::uint32_t last_token = 0;
  NameForm form = NameForm::kName;
  bool contextual = false;  // so common a name that a text must give evidence for it
  std::vector<OrganizationNumber> organizations;
};

// Where a token stands; positions as in Token.
struct TokenPlace {
  Span span;
  std::uint32_t position = 0;
};

class DRAGOMAN_API Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // Analyzes a document's text. `lang` is its language if known (ISO 639-1; else each longer
  // paragraph is stemmed in the language that it is detected to have), `date` its day
  // ("2016-11-24", also a longer time stamp), from which "on Monday" is reckoned and which
  // acronyms were in use; else empty.
  // The Analysis and its views live until the next call. Linear in the length of the text.
  const Analysis& analyze(std::string_view text, std::string_view lang = {},
                          std::string_view date = {});

  // The names of organizations in a query. Undecided names keep all their senses; small letters will
  // do where they are no ordinary word.
  std::vector<NameCandidate> name_candidates(std::string_view query);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Only the places of the tokens that analyze() would give: quick, for marking a passage.
DRAGOMAN_API std::vector<TokenPlace> token_places(std::string_view text);

// Words that say little, in any language the analyzers have rules for; `folded` as in Token::folded.
DRAGOMAN_API bool is_stop_word(std::string_view folded);

// A stop word, or one that in small letters never means the organization of the same letters.
DRAGOMAN_API bool is_ordinary_word(std::string_view folded);

// The letters of an acronym's surface as its index term carries them: "U.N." -> "UN", "NGOs" and
// "NGO's" -> "NGO".
DRAGOMAN_API std::string acronym_letters(std::string_view surface);

}  // namespace dragoman
