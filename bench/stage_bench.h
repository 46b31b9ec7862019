// What is measured: each stage of a query, on what the stages before it gave: parse, compile, match (the best hundred
// by BM25), rerank (by the places of the words), fetch (the records of ten hits), occurrences (where they have what
// was asked), passages (the best sentences, unpacked and marked), print (JSON, and text for a terminal).
// Corpora: those of search_bench. Queries: the first five of each class but facets and page10.
// Notes: what a stage gives is counted, and must be the same in each round.
#pragma once

#include "target.h"

namespace dragoman::bench {

// `target` must outlive the run.
void register_stages(const Target& target);

}  // namespace dragoman::bench
