#include "occurrences.h"

#include <algorithm>
#include <iterator>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

// A document that repeats one word without end need not be read to its end.
constexpr std::size_t kMostOccurrences = 20000;

using Positions = std::vector<Xapian::termpos>;

Positions positions_of(const Xapian::Database& database, Xapian::docid document, const std::vector<std::string>& terms) {
  Positions all;
  for (const std::string& term : terms) {
    for (auto at = database.positionlist_begin(document, term);
         at != database.positionlist_end(document, term) && all.size() < kMostOccurrences; ++at) {
      all.push_back(*at);
    }
  }
  if (terms.size() > 1) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }
  return all;
}

// Where the slots stand one after another.
Positions matches_of(const Xapian::Database& database, Xapian::docid document, const Marker& marker) {
  Positions starts = positions_of(database, document, marker.slots[0]);
  for (std::size_t i = 1; i < marker.slots.size() && !starts.empty(); ++i) {
    const Positions next = positions_of(database, document, marker.slots[i]);
    const auto offset = static_cast<Xapian::termpos>(i);
    std::erase_if(starts, [&](Xapian::termpos at) { return !std::binary_search(next.begin(), next.end(), at + offset); });
  }
  return starts;
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
  std::vector<Occurrence> found;
  for (const bool fallback : {false, true}) {
    if (!found.empty()) break;
    for (std::size_t i = 0; i < markers.size(); ++i) {
      const Marker& marker = markers[i];
      if (marker.fallback != fallback) continue;
      if (!marker.organizations.empty() || !marker.symbols.empty()) append_entities(stored.entities, marker, i, found);
      if (marker.slots.empty()) continue;
      for (const Xapian::termpos at : matches_of(database, document, marker)) {
        found.push_back({at, marker.tokens, i, marker.what});
      }
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Occurrence& a, const Occurrence& b) { return a.position < b.position; });
  return found;
}

}  // namespace dragoman
