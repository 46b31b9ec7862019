#include "occurrences.h"

#include <algorithm>
#include <iterator>

#include "dragoman/position_table.h"
#include "dragoman/schema.h"

namespace dragoman {
namespace {

// A document that repeats one word without end need not be looked at to its end.
constexpr std::size_t kMostOccurrences = 20000;

// A term that the document has not may be taken for another of its terms (PositionTable::find).
bool has_term(const Xapian::Database& database, Xapian::docid document, const std::string& term) {
  auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return false;
  posting.skip_to(document);
  return posting != database.postlist_end(term) && *posting == document;
}

std::vector<std::uint32_t> matches_of(const Xapian::Database& database, Xapian::docid document,
                                      const PositionTable& table, const Marker& marker) {
  if (marker.slots.size() > 1) return phrase_matches(table, marker.slots);
  std::vector<std::string> terms = marker.slots[0].terms;
  std::erase_if(terms, [&](const std::string& term) { return !has_term(database, document, term); });
  return table.find(terms);
}

bool means(const Marker& marker, const StoredEntities& entities, std::uint32_t entity) {
  if (entity < entities.organizations.size()) return marker.organizations.contains(entities.organizations[entity]);
  const std::string& symbol = entities.symbols[entity - entities.organizations.size()];
  return marker.symbols.contains(symbol_key(symbol)) || marker.families.contains(symbol_family_key(symbol));
}

const std::string& name_of(const StoredEntities& entities, std::uint32_t entity) {
  const std::size_t organizations = entities.organizations.size();
  return entity < organizations ? entities.organizations[entity] : entities.symbols[entity - organizations];
}

void append_entities(const StoredEntities& entities, const Marker& marker, std::size_t number,
                     std::vector<Occurrence>& out) {
  const std::size_t count = entities.organizations.size() + entities.symbols.size();
  std::vector<bool> meant(count);
  for (std::size_t i = 0; i < count; ++i) meant[i] = means(marker, entities, static_cast<std::uint32_t>(i));
  for (const StoredMention& mention : entities.mentions) {
    if (meant[mention.entity]) out.push_back({mention.position, mention.tokens, number, name_of(entities, mention.entity)});
  }
}

}  // namespace

std::vector<Occurrence> find_occurrences(const Xapian::Database& database, Xapian::docid document,
                                         const StoredDocument& stored, const std::vector<Marker>& markers) {
  const std::string positions = database.get_document(document).get_value(kPositionsSlot);
  const PositionTable table(positions);
  std::vector<Occurrence> found;
  for (const bool fallback : {false, true}) {
    if (!found.empty()) break;
    for (std::size_t i = 0; i < markers.size(); ++i) {
      const Marker& marker = markers[i];
      if (marker.fallback != fallback) continue;
      if (!marker.organizations.empty() || !marker.symbols.empty()) append_entities(stored.entities, marker, i, found);
      if (marker.slots.empty()) continue;
      std::vector<std::uint32_t> matches = matches_of(database, document, table, marker);
      matches.resize(std::min(matches.size(), kMostOccurrences));
      for (const std::uint32_t at : matches) found.push_back({at, marker.tokens, i, marker.what});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Occurrence& a, const Occurrence& b) { return a.position < b.position; });
  return found;
}

}  // namespace dragoman
