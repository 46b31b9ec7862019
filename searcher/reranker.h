// Orders the best matches anew by the places of the query's words (evidence_scorer.h), read from the position tables
// of these documents only, and only of those that may come among the wanted ones.
#pragma once

#include <vector>

#include <xapian.h>

#include "evidence_bounds.h"
#include "evidence_scorer.h"
#include "ranked.h"
#include "record_cache.h"

namespace dragoman {

struct RerankDepth {
  std::size_t reranked = 0;  // matches behind them keep their places
  std::size_t wanted = 0;    // matches behind them may be in any order …
  std::size_t skipped = 0;   // … and so may these, the first of the wanted ones
};

// `matches` are in the order of their scores, and are so again. Throws what Xapian throws.
void rerank(RecordCache& records, const EvidenceBounds& bounds, EvidenceScorer& scorer,
            RerankDepth depth, std::vector<Ranked>& matches);

}  // namespace dragoman
