// What one search keeps while it runs: when it must end, and what its parts read in common.
#pragma once

#include <chrono>

#include "deadline.h"
#include "document_positions.h"
#include "shards.h"
#include "term_counts.h"

namespace dragoman {

// Must outlive the queries that are compiled for it. Not thread-safe.
struct SearchRun {
  explicit SearchRun(std::chrono::milliseconds limit) : deadline(limit) {}

  Deadline deadline;
  TermCounts counts;
  Shards<DocumentPositions> positions;
};

}  // namespace dragoman
