#include "gazetteer_facts.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace dragoman {
namespace {

// Columns of the tables; data/README.md says what they hold.
enum OrganizationColumn {
  kId,
  kKind,
  kLang,
  kForm,
  kText,
  kCase,
  kAmbiguous,
  kNote,
  kOrganizationColumns
};
enum RivalColumn {
  kAcronym,
  kCandidate,
  kRivalKind,
  kDescription,
  kLangs,
  kRivalCase,
  kFirstCues,
  kRivalColumns = 10
};
enum RelationColumn { kPart, kRelation, kOther, kFrom, kTo, kRelationNote, kRelationColumns };
enum LifetimeColumn { kOrganization, kFirstYear, kLastYear, kLifetimeColumns };

struct Row {
  std::size_t line;
  std::vector<std::string> columns;
  const std::string& operator[](std::size_t column) const { return columns[column]; }
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

class FactReader {
 public:
  explicit FactReader(std::ostream& errors) : errors_(errors) {}

  std::optional<Facts> read(const std::string& organizations, const std::string& ambiguous,
                            const std::string& relations, const std::string& lifetimes) {
    for (const Row& row : rows_of(organizations, kOrganizationColumns)) add_name(row);
    name_organizations();
    for (const Row& row : rows_of(ambiguous, kRivalColumns)) add_rival(row);
    std::stable_sort(
        facts_.rivals.begin(), facts_.rivals.end(),
        [](const Facts::Rival& a, const Facts::Rival& b) { return a.acronym < b.acronym; });
    for (const Row& row : rows_of(relations, kRelationColumns)) add_relation(row);
    for (const Row& row : rows_of(lifetimes, kLifetimeColumns)) add_lifetime(row);
    return sound_ ? std::optional(std::move(facts_)) : std::nullopt;
  }

 private:
  std::vector<Row> rows_of(const std::string& path, std::size_t columns) {
    path_ = path;
    std::ifstream file(path);
    if (!file) complain(0, "cannot be read");
    std::vector<Row> rows;
    std::string line;
    std::getline(file, line);  // names of the columns
    for (std::size_t number = 2; std::getline(file, line); ++number) {
      rows.push_back({number, split(line, '\t')});
      rows.back().columns.resize(columns);
    }
    return rows;
  }

  void complain(std::size_t line, const std::string& what) {
    errors_ << path_ << ':' << line << ": " << what << '\n';
    sound_ = false;
  }

  void add_name(const Row& row) {
    const auto [at, is_new] =
        numbers_.emplace(row[kId], static_cast<unsigned>(facts_.organizations.size()));
    if (is_new) facts_.organizations.push_back({row[kId], row[kKind], ""});
    const bool contextual = row[kNote].find("contextual") != std::string::npos;
    facts_.names.push_back(
        {at->second, row[kLang], row[kForm], row[kText], row[kCase] == "s", contextual});
  }

  void name_organizations() {
    for (const Facts::Name& name : facts_.names) {
      std::string& label = facts_.organizations[name.organization].label;
      if (label.empty() && name.lang == "en" && name.form == "name") label = name.text;
    }
    for (const Facts::Organization& organization : facts_.organizations) {
      if (organization.label.empty()) complain(0, organization.id + " has no English name");
    }
  }

  void add_rival(const Row& row) {
    const auto found = numbers_.find(row[kCandidate]);
    Facts::Rival rival{row[kAcronym], row[kCandidate], -1, split(row[kLangs], ','), {}};
    if (found != numbers_.end()) rival.organization = static_cast<int>(found->second);
    if (found == numbers_.end() && !row[kCandidate].starts_with("x:"))
      complain(row.line, "unknown candidate");
    for (std::size_t column = kFirstCues; column < kRivalColumns; ++column) {
      for (std::string& cue : split(row[column], ',')) rival.cues.push_back(std::move(cue));
    }
    facts_.rivals.push_back(std::move(rival));
  }

  void add_relation(const Row& row) {
    const auto organization = numbers_.find(row[kPart]);
    const auto other = numbers_.find(row[kOther]);
    if (organization == numbers_.end() || other == numbers_.end())
      return complain(row.line, "unknown organization");
    facts_.relations.push_back({organization->second, row[kRelation], other->second});
  }

  void add_lifetime(const Row& row) {
    const auto organization = numbers_.find(row[kOrganization]);
    if (organization == numbers_.end()) return complain(row.line, "unknown organization");
    const auto year = [&](const std::string& text) {
      if (text.empty()) return 0;
      if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string::npos) {
        complain(row.line, "no year: " + text);
        return 0;
      }
      return std::stoi(text);
    };
    facts_.lifetimes[organization->second] = {year(row[kFirstYear]), year(row[kLastYear])};
  }

  std::ostream& errors_;
  std::string path_;
  bool sound_ = true;
  Facts facts_;
  std::map<std::string, unsigned> numbers_;
};

}  // namespace

std::optional<Facts> read_facts(const std::string& organizations, const std::string& ambiguous,
                                const std::string& relations, const std::string& lifetimes,
                                std::ostream& errors) {
  return FactReader(errors).read(organizations, ambiguous, relations, lifetimes);
}

}  // namespace dragoman
