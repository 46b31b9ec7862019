#include "glossary_facts.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <tuple>

namespace dragoman {
namespace {

// Columns of the table; data/README.md says what they hold.
enum Column { kId, kLang, kTerm, kNote, kColumns };

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns;
  std::istringstream stream(line);
  for (std::string column; std::getline(stream, column, '\t');) columns.push_back(column);
  columns.resize(std::max<std::size_t>(columns.size(), kColumns));
  return columns;
}

}  // namespace

std::optional<std::vector<GlossaryFact>> read_glossary(const std::string& path,
                                                       std::ostream& errors) {
  std::ifstream file(path);
  std::vector<GlossaryFact> facts;
  bool sound = file.good();
  if (!sound) errors << path << ": cannot be read\n";
  std::string line;
  std::getline(file, line);  // names of the columns
  for (std::size_t number = 2; std::getline(file, line); ++number) {
    const std::vector<std::string> columns = columns_of(line);
    const Language lang = language_from_code(columns[kLang]);
    if (lang == Language::kUnknown || columns[kId].empty() || columns[kTerm].empty()) {
      errors << path << ':' << number << ": needs a concept, a known language and a term\n";
      sound = false;
    }
    const bool acronym = columns[kNote].find("acronym") != std::string::npos;
    facts.push_back({columns[kId], lang, columns[kTerm], acronym});
  }
  std::stable_sort(facts.begin(), facts.end(), [](const GlossaryFact& a, const GlossaryFact& b) {
    return std::tie(a.id, a.lang) < std::tie(b.id, b.lang);
  });
  return sound ? std::optional(std::move(facts)) : std::nullopt;
}

}  // namespace dragoman
