// The facts of data/*.tsv as the build tool reads them:
//
//   csto  igo  ru  acronym  ОДКБ  i   ->  names[i] = {organization 3, "ru", "acronym", "ОДКБ", …}
//   ga    part_of  un                 ->  relations[i] = {1, "part_of", 0}
//
// gazetteer_lint.py checks the tables in full; here only what would make wrong code.
#pragma once

#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dragoman {

struct Facts {
  struct Organization {
    std::string id, kind, label;
  };
  struct Name {
    unsigned organization;
    std::string lang, form, text;
    bool exact_case, contextual;
  };
  struct Rival {
    std::string acronym, candidate;
    int organization;  // -1: none of these
    std::vector<std::string> langs, cues;
  };
  struct Lifetime {
    int from = 0, to = 0;  // years; 0: not known, or not over
  };
  struct Relation {
    unsigned organization;
    std::string relation;
    unsigned other;
  };

  std::vector<Organization> organizations;  // in the order of their first rows
  std::vector<Name> names;
  std::vector<Rival> rivals;  // sorted by acronym
  std::vector<Relation> relations;
  std::map<unsigned, Lifetime> lifetimes;  // by organization
};

// Nothing when a file cannot be read or a row names what is not known; `errors` says which, by
// line.
std::optional<Facts> read_facts(const std::string& organizations, const std::string& ambiguous,
                                const std::string& relations, const std::string& lifetimes,
                                std::ostream& errors);

}  // namespace dragoman
