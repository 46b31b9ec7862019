// Finds the documents that match a query, the best first, and the page of them that was asked for.
//
//   RecordCache records(indexes.database());
//   Result<Matches> matches = find_matches(indexes, request, query, run, nullptr, records);
//
// Documents with all words come first. Often they fill the page, and then the others need not be ranked.
#pragma once

#include <cstdint>
#include <vector>

#include "dragoman/result.h"
#include "dragoman/searcher/searcher.h"
#include "facets.h"
#include "index_set.h"
#include "query_compiler.h"
#include "reranker.h"
#include "search_run.h"

namespace dragoman {

struct Matches {
  std::vector<Ranked> page;
  std::uint64_t total = 0;
  bool exact = false;  // else `total` is an estimate
};

// When the run's deadline has passed, the matches are those that were found until then. `facets` counts all that
// match; null where nothing is to be counted. `records` keeps what was read. Errors: kUsage, for an order that there is
// not. Throws what Xapian throws.
Result<Matches> find_matches(const IndexSet& indexes, const SearchRequest& request,
                             const CompiledQuery& query, SearchRun& run, FacetCounter* facets,
                             RecordCache& records);

}  // namespace dragoman
