// Puts sources of our own in the place of a ranked query's words. They know by how often a document has a word whether
// it can still come among the best, and pass over it without asking for its length, the most of what Xapian does for a
// common word.
//
//   enquire.set_query(with_term_sources(query, database, counts, kDefaultRanking, caches));
//
// Scores are those of Bm25Weight. For local databases; not thread-safe.
#pragma once

#include <xapian.h>

#include "ranking_profile.h"
#include "shard_cache.h"
#include "term_counts.h"

namespace dragoman {

// The same query; parts of it that are not ranked or not known stay what they are. `counts` and `caches` are of the
// database, and `caches` must outlive the query. Throws what Xapian throws.
Xapian::Query with_term_sources(const Xapian::Query& query, const Xapian::Database& database,
                                TermCounts& counts, const RankingProfile& profile,
                                ShardCaches& caches);

}  // namespace dragoman
