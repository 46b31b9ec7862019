// What the parts of one search have in common: when it must end, and what they have read.
#pragma once

#include <chrono>

#include "deadline.h"
#include "record_cache.h"
#include "shards.h"
#include "term_counts.h"

namespace dragoman {

// Must outlive the queries that are compiled for it. Not thread-safe.
struct SearchRun {
  // `term_counts`, those of the index, must outlive the run.
  SearchRun(std::chrono::milliseconds limit, TermCounts& term_counts)
      : deadline(limit), counts(term_counts) {}

  Deadline deadline;
  TermCounts& counts;
  Shards<RecordCache> records;
};

}  // namespace dragoman
