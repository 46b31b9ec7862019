// What --maybe and --related add to an organization.
#include <utility>

#include "dragoman/schema.h"
#include "text_compiler.h"

namespace dragoman {
namespace {

using Xapian::Query;

constexpr double kMaybe = 0.5;    // what an undecided acronym counts beside a mention
constexpr double kRelated = 0.3;  // … and what a mention of another organization does

}  // namespace

void TextCompiler::add_reach(OrganizationNumber number, Unit& unit) const {
  std::vector<std::string> maybe, related;
  if (reach_.maybe) {
    for (const std::string_view acronym : acronyms_of(number))
      maybe.push_back(make_term(kLettersPrefix, acronym_letters(acronym)));
  }
  Marker others;
  if (reach_.related) {
    for (const OrganizationNumber other : related_to(number)) {
      const std::string id(dragoman::organization(other).id);
      related.push_back(make_term(kOrganizationPrefix, id));
      others.organizations.insert(id);
    }
    others.what = dragoman::organization(number).id;
    others.weight = kRelated;
  }
  for (const auto& [terms, weight] : {std::pair(&maybe, kMaybe), std::pair(&related, kRelated)}) {
    const Query more = one_of(*terms);
    if (more.empty()) continue;
    unit.query = Query(Query::OP_OR, unit.query, scaled(weight, more));
  }
  if (!maybe.empty()) {
    Marker letters;
    letters.what = dragoman::organization(number).id;
    letters.weight = kMaybe;
    letters.slots = {{0, std::move(maybe)}};
    unit.markers.push_back(std::move(letters));
  }
  if (!others.organizations.empty()) unit.markers.push_back(std::move(others));
}

}  // namespace dragoman
