// The Gazetteer: every organization Dragoman knows, compiled into the program from data/*.tsv.
//
//   find_organization("au")      -> number of the African Union
//   included_in(au)              -> African Union Commission, AMISOM …, and the OAU it was before
//   label(au, "ru")              -> "Африканский союз"
//   complete("afr", 2)           -> "African Union", "Africa Group"
//
// Read-only data; any number of threads may read it. All views live as long as the program.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "dragoman/export.h"

namespace dragoman {

// What is known of an organization.
struct Organization {
  std::string_view id;     // "csto", as in org:csto
  std::string_view kind;   // igo, un-body, treaty, mission …
  std::string_view label;  // the English name
};

// Organizations are numbered from 0.
DRAGOMAN_API std::size_t organization_count();

// The functions below require number < organization_count().
DRAGOMAN_API const Organization& organization(OrganizationNumber number);

// The number of the organization with this id; nothing when there is none. A binary search.
DRAGOMAN_API std::optional<OrganizationNumber> find_organization(std::string_view id);

// What `org:x` finds besides x itself: its parts, their parts, and what it was called before under
// an id of its own. Rising numbers; specialized agencies and replaced organizations are not among
// them.
DRAGOMAN_API std::span<const OrganizationNumber> included_in(OrganizationNumber number);

// The other way round: the organizations that include this one. Rising numbers.
DRAGOMAN_API std::span<const OrganizationNumber> wholes_of(OrganizationNumber number);

// What the organization has to do with without one being part of the other: specialized agencies,
// the body that came before or after, a treaty's committee. Rising numbers; works both ways.
DRAGOMAN_API std::span<const OrganizationNumber> related_to(OrganizationNumber number);

// The organization that this one is a part of, the nearest one; nothing for most.
DRAGOMAN_API std::optional<OrganizationNumber> whole_of(OrganizationNumber number);

// The name in the language of an ISO 639-1 code ("ru", "fr-CA"), or in English where none is known.
DRAGOMAN_API std::string_view label(OrganizationNumber number, std::string_view lang);

// The acronyms of an organization in all languages, each once. Linear in the number of names.
DRAGOMAN_API std::vector<std::string_view> acronyms_of(OrganizationNumber number);

// A name that begins as the user typed.
struct Completion {
  std::string_view name;  // "ШОС", "Shanghai Cooperation Organization"
  OrganizationNumber organization;
};

// Acronyms of all languages and English names that begin with `prefix`, whatever its case, accents,
// dots and blanks; acronyms first, then short names before long ones; at most `limit`. Nothing for
// an empty prefix. Linear in the number of names that fit.
DRAGOMAN_API std::vector<Completion> complete(std::string_view prefix, std::size_t limit);

}  // namespace dragoman
