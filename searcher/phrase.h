// Phrases and nearness, checked on the position table that each document has (position_table.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "dragoman/position_table.h"

namespace dragoman {

// One place of a phrase: any of `terms`, `offset` positions behind the first place.
struct PhraseSlot {
  std::uint32_t offset = 0;
  std::vector<std::string> terms;
};

// The positions of the first place of each match.
std::vector<std::uint32_t> phrase_matches(const PositionTable& table, const std::vector<PhraseSlot>& slots);

// Documents with the phrase, ranked by its words; a phrase of one place is just its words. Requires: slots.
Xapian::Query phrase_query(const std::vector<PhraseSlot>& slots);

// Documents in which every slot has a match within `window` positions, in any order; offsets do not count.
Xapian::Query near_query(const std::vector<PhraseSlot>& slots, std::uint32_t window);

}  // namespace dragoman
