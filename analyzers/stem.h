// Stems by Snowball (https://snowballstem.org), corrected where the language of diplomacy
// needs it: an organization is no organ, united is not unit, universal is not university.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "language.h"

namespace dragoman {

// One stemmer for each language, made when first asked for. Not thread-safe.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // The term under which `word` is indexed: stem without accents. `word` went through
  // fold_case and keeps its accents. A language without a stemmer gives the folded word.
  std::string term(std::string_view word, Language language);

 private:
  struct Stems;
  std::unique_ptr<Stems> stems_;
};

}  // namespace dragoman
