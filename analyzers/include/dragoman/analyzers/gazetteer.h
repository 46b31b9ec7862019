// The Gazetteer: every organization Dragoman knows, compiled into the program from
// data/organizations.tsv. Read-only data; any number of threads may read it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// All views live as long as the program.
struct Organization {
  std::string_view id;     // "csto", as in org:csto
  std::string_view kind;   // igo, un-body, treaty, mission …
  std::string_view label;  // the English name
};

std::size_t organization_count();

// Requires: number < organization_count().
const Organization& organization(OrganizationNumber number);

// The number of the organization with this id; nothing when there is none.
std::optional<OrganizationNumber> find_organization(std::string_view id);

// The organizations that include this one as a part or under a former name, the nearest first.
std::span<const OrganizationNumber> wholes_of(OrganizationNumber number);

}  // namespace dragoman
