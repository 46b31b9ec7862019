#include "name_likeness.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "gazetteer_data.h"
#include "name_keys.h"

namespace dragoman {
namespace {

double likeness(const NameKeys& a, const NameKeys& b) {
  if (a.size == 0 || b.size == 0) return 0;
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size && j < b.size;) {
    if (a.keys[i] == b.keys[j]) ++common;
    const bool behind = a.keys[i] <= b.keys[j];
    const bool ahead = a.keys[i] >= b.keys[j];
    if (behind) ++i;
    if (ahead) ++j;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size + b.size);
}

// The senses of each organization, since kSenses is in the order of the trie.
const std::vector<std::vector<std::uint32_t>>& senses_by_organization() {
  static const std::vector<std::vector<std::uint32_t>> senses = [] {
    std::vector<std::vector<std::uint32_t>> lists(kOrganizationCount);
    for (std::uint32_t s = 0; s < kSenseCount; ++s) lists[kSenses[s].organization].push_back(s);
    return lists;
  }();
  return senses;
}

}  // namespace

double name_likeness(std::string_view a, std::string_view b) {
  return likeness(name_keys(a), name_keys(b));
}

double likeness_to_organization(std::string_view name, OrganizationNumber organization) {
  const NameKeys words = name_keys(name);
  double best = 0;
  for (const std::uint32_t s : senses_by_organization()[organization]) {
    if (kSenses[s].form != NameForm::kAcronym)
      best = std::max(best, likeness(words, name_keys(kSenses[s].surface)));
  }
  return best;
}

}  // namespace dragoman
