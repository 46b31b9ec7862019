// What the short forms of a text stand for by its own definitions. A definition binds from where it
// stands on to the next definition of the same short form; the first one binds what came before it,
// too.
//
//   Commonwealth of Independent States (CIS) … CIS … Community Innovation Survey (CIS) … CIS
//                                              ^ the organization                       ^ nothing known
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "name_matcher.h"

namespace dragoman {

struct Binding {
  std::uint32_t from = 0;  // byte of the text
  std::optional<OrganizationNumber> organization =
      std::nullopt;  // none: something that is not in the gazetteer
};

class DefinitionBinder {
 public:
  // Reads what the long forms are: `names` are mentions by name, `matches` what the trie found,
  // both in the order of the text. Sets the organization of each definition. Linear but for binary
  // searches.
  DefinitionBinder(std::string_view text, std::vector<Definition>& definitions,
                   const std::vector<OrganizationMention>& names,
                   const std::vector<NameMatch>& matches, const NameMatcher& matcher);

  // What binds `surface` at byte `at`; nullptr when nothing does. Valid as long as the binder.
  const Binding* find(std::string_view surface, std::uint32_t at) const;

  bool empty() const { return bindings_.empty(); }

 private:
  enum class Meaning { kKnown, kUnknown, kUnclear };
  Meaning meaning_of(Definition& definition, const std::vector<OrganizationMention>& names,
                     const NameMatch* match) const;

  std::string_view text_;
  std::unordered_map<std::string, std::vector<Binding>> bindings_;
};

}  // namespace dragoman
