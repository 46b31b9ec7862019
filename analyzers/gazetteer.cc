#include "dragoman/analyzers/gazetteer.h"

#include <unordered_map>

#include "gazetteer_data.h"

namespace dragoman {

std::size_t organization_count() { return kOrganizationCount; }

const Organization& organization(OrganizationNumber number) { return kOrganizations[number]; }

std::optional<OrganizationNumber> find_organization(std::string_view id) {
  for (std::size_t i = 0; i < kOrganizationCount; ++i) {
    if (kOrganizations[i].id == id) return static_cast<OrganizationNumber>(i);
  }
  return std::nullopt;
}

std::span<const OrganizationNumber> wholes_of(OrganizationNumber) { return {}; }

}  // namespace dragoman
