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

enum class EntityKind { kOrganization, kSymbol, kWhole };

struct Entity {
  EntityKind kind;
  const std::string& name;  // an id or a symbol
};

Entity entity_at(const StoredEntities& entities, std::size_t number) {
  const std::size_t organizations = entities.organizations.size();
  const std::size_t symbols = entities.symbols.size();
  if (number < organizations) return {EntityKind::kOrganization, entities.organizations[number]};
  if (number < organizations + symbols) return {EntityKind::kSymbol, entities.symbols[number - organizations]};
  return {EntityKind::kWhole, entities.wholes[number - organizations - symbols]};
}

bool means(const Marker& marker, const Entity& entity) {
  if (entity.kind != EntityKind::kSymbol) return marker.organizations.contains(entity.name);
  return marker.symbols.contains(symbol_key(entity.name)) || marker.families.contains(symbol_family_key(entity.name));
}

bool covers(const Occurrence& outer, const StoredMention& inner) {
  return outer.position <= inner.position && inner.position + inner.tokens <= outer.position + outer.tokens;
}

// Where the name of a whole stands inside that of its part, and the whole was asked for, the whole is shown.
void append_entities(const StoredEntities& entities, const Marker& marker, std::size_t number,
                     std::vector<Occurrence>& out) {
  const std::size_t count = entities.organizations.size() + entities.symbols.size() + entities.wholes.size();
  std::vector<bool> meant(count);
  for (std::size_t i = 0; i < count; ++i) meant[i] = means(marker, entity_at(entities, i));
  const std::size_t first = out.size();
  for (const StoredMention& mention : entities.mentions) {
    if (!meant[mention.entity]) continue;
    const Entity entity = entity_at(entities, mention.entity);
    if (entity.kind != EntityKind::kWhole) {
      out.push_back({mention.position, mention.tokens, number, entity.name});
    } else if (out.size() > first && covers(out.back(), mention) && out.back().what != marker.what) {
      out.back() = {mention.position, mention.tokens, number, entity.name};
    }
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
