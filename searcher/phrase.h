// Phrases and nearness, checked on the position table that each document has (position_table.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "dragoman/position_table.h"
#include "search_run.h"

namespace dragoman {

// One place of a phrase: any of `terms`, `offset` positions behind the first place.
struct PhraseSlot {
  std::uint32_t offset = 0;
  std::vector<std::string> terms;
};

// The positions of the first place of each match.
std::vector<std::uint32_t> phrase_matches(const PositionTable& table,
                                          const std::vector<PhraseSlot>& slots);

// What the positions of a document must satisfy, besides its having the words.
struct PositionCheck {
  std::vector<PhraseSlot> slots;
  std::uint32_t window = 0;  // 0: a phrase; else every slot within so many positions, in any order

  bool matches(const PositionTable& table) const;
};

// Documents that have a term of each slot, ranked by them.
Xapian::Query words_query(const std::vector<PhraseSlot>& slots);

// The documents of `query` that satisfy the check. Where a check concerns a query as a whole, a MatchDecider is
// quicker: it is asked only about documents that would be among the best. When the run's deadline has passed, nothing
// more satisfies it. `run` must outlive the query.
Xapian::Query checked_query(const Xapian::Query& query, PositionCheck check, SearchRun& run);

// The query worth `factor` times as much. It is the words that are scaled, under their checks.
Xapian::Query scaled(double factor, const Xapian::Query& query);

// The query with its words but without its checks: what a server that is not this program can answer.
Xapian::Query without_checks(const Xapian::Query& query);

}  // namespace dragoman
