#include "occurrences.h"

#include <algorithm>
#include <iterator>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

// A document that repeats one word without end need not be looked at to its end.
constexpr std::size_t kMostOccurrences = 20000;

// A term that the document has not may be taken for another of its terms (PositionTable::find).
std::vector<std::uint32_t> matches_of(Xapian::docid document, const PositionTable& table,
                                      TermChecker& checker, const Marker& marker) {
  if (marker.slots.size() > 1) return phrase_matches(table, marker.slots);
  std::vector<std::string> terms = marker.slots[0].terms;
  std::erase_if(terms, [&](const std::string& term) {
    return !table.has(term) || !checker.has(term, document);
  });
  return table.find(terms);
}

enum class EntityKind { kOrganization, kSymbol, kPerson, kWhole };

struct Entity {
  EntityKind kind;
  const std::string& name;  // an id or a symbol
};

Entity entity_at(const StoredEntities& entities, std::size_t number) {
  const struct {
    EntityKind kind;
    const std::vector<std::string>& names;
  } lists[] = {{EntityKind::kOrganization, entities.organizations},
               {EntityKind::kSymbol, entities.symbols},
               {EntityKind::kPerson, entities.people}};
  for (const auto& [kind, names] : lists) {
    if (number < names.size()) return {kind, names[number]};
    number -= names.size();
  }
  return {EntityKind::kWhole, entities.wholes[number]};
}

std::size_t entity_count(const StoredEntities& entities) {
  return entities.organizations.size() + entities.symbols.size() + entities.people.size() +
         entities.wholes.size();
}

bool means(const Marker& marker, const Entity& entity) {
  switch (entity.kind) {
    case EntityKind::kSymbol:
      return marker.symbols.contains(symbol_key(entity.name)) ||
             marker.families.contains(symbol_family_key(entity.name));
    case EntityKind::kPerson:
      return marker.people.contains(entity.name);
    default:
      return marker.organizations.contains(entity.name);
  }
}

bool covers(const Occurrence& outer, const StoredMention& inner) {
  return outer.position <= inner.position &&
         inner.position + inner.tokens <= outer.position + outer.tokens;
}

// Where the name of a whole stands inside that of its part, and the whole was asked for, the whole is shown.
void append_entities(const StoredDocument& stored, const Marker& marker, std::size_t number,
                     std::vector<Occurrence>& out) {
  const StoredEntities& entities = stored.entities;
  std::vector<bool> meant(entity_count(entities));
  for (std::size_t i = 0; i < meant.size(); ++i) meant[i] = means(marker, entity_at(entities, i));
  if (std::find(meant.begin(), meant.end(), true) == meant.end()) return;
  const std::size_t first = out.size();
  for (const StoredMention& mention : stored.mentions()) {
    if (!meant[mention.entity]) continue;
    const Entity entity = entity_at(entities, mention.entity);
    if (entity.kind != EntityKind::kWhole) {
      out.push_back({mention.position, mention.tokens, number, entity.name});
    } else if (out.size() > first && covers(out.back(), mention) &&
               out.back().what != marker.what) {
      out.back() = {mention.position, mention.tokens, number, entity.name};
    }
  }
}

}  // namespace

std::vector<Occurrence> find_occurrences(const IndexedDocument& document, TermChecker& terms,
                                         const std::vector<Marker>& markers) {
  std::vector<Occurrence> found;
  for (const bool fallback : {false, true}) {
    if (!found.empty()) break;
    for (std::size_t i = 0; i < markers.size(); ++i) {
      const Marker& marker = markers[i];
      if (marker.fallback != fallback) continue;
      if (!marker.organizations.empty() || !marker.symbols.empty() || !marker.people.empty())
        append_entities(document.stored, marker, i, found);
      if (marker.slots.empty()) continue;
      std::vector<std::uint32_t> matches =
          matches_of(document.number, document.positions, terms, marker);
      matches.resize(std::min(matches.size(), kMostOccurrences));
      for (const std::uint32_t at : matches) found.push_back({at, marker.tokens, i, marker.what});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Occurrence& a, const Occurrence& b) {
    return a.position < b.position;
  });
  return found;
}

}  // namespace dragoman
