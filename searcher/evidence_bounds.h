// By how much documents may gain at most from where they have the words of a query, as the lists of the index tell it:
// so the places need not be read of documents that stay behind the best anyway.
//
//   std::vector<double> most = EvidenceBounds(database, has_titles, scorer).of({3, 7});
//   if (score_of_7 + most[1] < least) …
#pragma once

#include <vector>

#include <xapian.h>

#include "evidence_scorer.h"

namespace dragoman {

class EvidenceBounds {
 public:
  // The scorer must outlive this object.
  EvidenceBounds(const Xapian::Database& database, bool has_titles, const EvidenceScorer& scorer)
      : database_(database), has_titles_(has_titles), scorer_(scorer) {}

  // For each document no less than what the scorer will give. Requires: rising documents. Throws what Xapian throws.
  std::vector<double> of(const std::vector<Xapian::docid>& documents) const;

 private:
  std::vector<UnitSet> in_titles(const std::vector<Xapian::docid>& documents) const;

  Xapian::Database database_;
  bool has_titles_;
  const EvidenceScorer& scorer_;
};

}  // namespace dragoman
