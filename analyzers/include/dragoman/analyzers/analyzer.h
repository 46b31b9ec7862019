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

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// Stored in every index. Change it when any text would give other tokens or entities: an
// index built under another name is refused, not silently misread.
inline constexpr std::string_view kAnalyzerVersion = "dragoman-1";

class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // Analyzes a document's text. `lang` is its language if known (ISO 639-1), else empty.
  // The Analysis and its views live until the next call. Linear in the length of the text.
  const Analysis& analyze(std::string_view text, std::string_view lang = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The letters of an acronym's surface as its index term carries them: "U.N." -> "UN", "NGOs" and
// "NGO's" -> "NGO".
std::string acronym_letters(std::string_view surface);

}  // namespace dragoman
