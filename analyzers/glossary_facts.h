// The facts of data/glossary.tsv as the build tool reads them, by concept, language and line:
//
//   ceasefire  ru  перемирие  also:armistice  ->  {"ceasefire", kRussian, "перемирие", false}
//
// tests/analyzers/glossary_lint.py checks the table in full; here only what would make wrong code.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "language.h"

namespace dragoman {

struct GlossaryFact {
  std::string id;
  Language lang = Language::kUnknown;
  std::string text;
  bool acronym = false;
};

// Nothing when the file cannot be read or a row is broken; `errors` says which, by line.
std::optional<std::vector<GlossaryFact>> read_glossary(const std::string& path,
                                                       std::ostream& errors);

}  // namespace dragoman
