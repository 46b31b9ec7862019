// Says by how much a document gains from where it has the words of a query: in a title that is like the query, soon
// in its text, near each other. BM25 knows only how often.
//
//   EvidenceScorer scorer(evidence, kDefaultRanking);
//   hit.score += scorer.score(PositionTable(document.get_value(kPositionsSlot)));
//
// Nearness after Rasolofo and Savoy ("Term proximity scoring for keyword-based retrieval systems", 2003). Linear in
// the positions of the query's words. Not thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "dragoman/position_table.h"
#include "evidence.h"
#include "ranked.h"
#include "ranking_profile.h"

namespace dragoman {

// Units that a document may have, for all that is known.
struct PossibleUnits {
  UnitSet text = kAllUnits;
  UnitSet title = kAllUnits;
};

class EvidenceScorer {
 public:
  EvidenceScorer(const Evidence& evidence, const RankingProfile& profile);

  // In the scale of BM25, not negative.
  double score(const PositionTable& table);
  // No less than the score of a document that has no other units.
  double most(const PossibleUnits& possible = {}) const;
  // As they are numbered in a UnitSet.
  const std::vector<EvidenceUnit>& units() const { return units_; }
  // Whether the query names anything that could tell documents apart.
  bool has_evidence() const { return !units_.empty(); }

 private:
  using Positions = std::vector<std::uint32_t>;
  struct Pair {
    std::size_t first, second;  // units
    double weight;
  };

  double title(const PositionTable& table, std::uint32_t title_words) const;
  double lead(std::uint32_t title_words) const;
  double nearness() const;
  double nearness(const Positions& first, const Positions& second) const;

  const RankingProfile& profile_;
  std::vector<EvidenceUnit> units_;  // that differ
  std::vector<Pair> pairs_;          // of neighbours
  std::vector<TitleWord> title_;
  double weight_ = 0;             // of all units
  double pair_weight_ = 0;        // of all pairs
  std::vector<Positions> lists_;  // of the units in the document at hand
};

}  // namespace dragoman
