// Orders the best matches anew by the places of the query's words (evidence_scorer.h), read from the position tables
// of these documents only.
#pragma once

#include <vector>

#include <xapian.h>

#include "evidence_scorer.h"

namespace dragoman {

struct Ranked {
  Xapian::docid document = 0;
  double score = 0;
};

// `matches` are in the order of their scores, and are so again; those behind the first `depth` keep their places.
// Throws what Xapian throws.
void rerank(const Xapian::Database& database, EvidenceScorer& scorer, int depth,
            std::vector<Ranked>& matches);

}  // namespace dragoman
