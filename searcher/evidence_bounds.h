// By how much documents may gain at most from where they have the words of a query, as the lists of the index tell it:
// so the places need not be read of documents that stay behind the best anyway.
//
//   std::vector<double> most = EvidenceBounds(database, has_titles, scorer).of(matches);
//   if (matches[1].score + most[1] < least) …
#pragma once

#include <vector>

#include <xapian.h>

#include "evidence_scorer.h"
#include "ranked.h"

namespace dragoman {

class EvidenceBounds {
 public:
  // The scorer must outlive this object.
  EvidenceBounds(const Xapian::Database& database, bool has_titles, const EvidenceScorer& scorer)
      : database_(database), has_titles_(has_titles), scorer_(scorer) {}

  // For each match no less than what the scorer will give. Requires: rising documents. Throws what Xapian throws.
  std::vector<double> of(const std::vector<Ranked>& matches) const;

 private:
  std::vector<UnitSet> in_titles(const std::vector<Ranked>& matches) const;

  Xapian::Database database_;
  bool has_titles_;
  const EvidenceScorer& scorer_;
};

}  // namespace dragoman
