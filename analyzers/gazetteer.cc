#include "dragoman/analyzers/gazetteer.h"

#include <algorithm>
#include <cstring>

#include "gazetteer_completion.h"
#include "gazetteer_data.h"
#include "language.h"

namespace dragoman {

std::size_t organization_count() { return kOrganizationCount; }

const Organization& organization(OrganizationNumber number) { return kOrganizations[number]; }

std::optional<OrganizationNumber> find_organization(std::string_view id) {
  const OrganizationNumber* end = kById + kOrganizationCount;
  const OrganizationNumber* found =
      std::lower_bound(kById, end, id, [](OrganizationNumber number, std::string_view wanted) {
        return kOrganizations[number].id < wanted;
      });
  if (found == end || kOrganizations[*found].id != id) return std::nullopt;
  return *found;
}

std::span<const OrganizationNumber> included_in(OrganizationNumber number) {
  return {kIncluded + kTies[number].included, kTies[number].included_count};
}

std::span<const OrganizationNumber> wholes_of(OrganizationNumber number) {
  return {kWholes + kTies[number].wholes, kTies[number].wholes_count};
}

std::span<const OrganizationNumber> related_to(OrganizationNumber number) {
  return {kRelated + kTies[number].related, kTies[number].related_count};
}

std::optional<OrganizationNumber> whole_of(OrganizationNumber number) {
  if (kTies[number].whole < 0) return std::nullopt;
  return static_cast<OrganizationNumber>(kTies[number].whole);
}

std::string_view label(OrganizationNumber number, std::string_view lang) {
  const auto language = static_cast<std::uint8_t>(language_from_code(lang));
  const GazetteerLabel* end = kLabels + kLabelCount;
  const GazetteerLabel* found = std::lower_bound(
      kLabels, end, language, [number](const GazetteerLabel& label, std::uint8_t wanted) {
        return label.organization != number ? label.organization < number : label.lang < wanted;
      });
  const bool known = found != end && found->organization == number && found->lang == language;
  return known ? found->text : kOrganizations[number].label;
}

std::vector<std::string_view> acronyms_of(OrganizationNumber number) {
  std::vector<std::string_view> acronyms;
  for (std::size_t i = 0; i < kEntryCount; ++i) {
    const GazetteerEntry& entry = kEntries[i];
    if (entry.organization == number && entry.acronym) acronyms.emplace_back(entry.text);
  }
  return acronyms;
}

std::vector<Completion> complete(std::string_view prefix, std::size_t limit) {
  const std::string key = completion_key(prefix);
  if (key.empty()) return {};
  const GazetteerEntry* end = kEntries + kEntryCount;
  const GazetteerEntry* first = std::lower_bound(
      kEntries, end, key, [](const GazetteerEntry& e, const std::string& k) { return e.key < k; });
  std::vector<const GazetteerEntry*> fitting;
  for (; first != end && std::string_view(first->key).starts_with(key); ++first)
    fitting.push_back(first);
  const std::size_t count = std::min(limit, fitting.size());
  std::partial_sort(fitting.begin(), fitting.begin() + static_cast<std::ptrdiff_t>(count),
                    fitting.end(), [](const GazetteerEntry* a, const GazetteerEntry* b) {
                      if (a->acronym != b->acronym) return a->acronym;
                      const std::size_t length = std::strlen(a->text);
                      const std::size_t other = std::strlen(b->text);
                      return length != other ? length < other : a < b;
                    });
  std::vector<Completion> completions;
  for (std::size_t i = 0; i < count; ++i)
    completions.push_back({fitting[i]->text, fitting[i]->organization});
  return completions;
}

}  // namespace dragoman
