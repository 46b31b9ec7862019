// What dragoman-index prints: summaries of runs and of indexes, as text and as JSON.
#pragma once

#include <cstdint>
#include <string>

#include "dragoman/indexer/housekeeping.h"
#include "dragoman/indexer/index_writer.h"
#include "dragoman/indexer/reader.h"

namespace dragoman {

struct RunReport {
  WriteSummary summary;
  std::uint64_t skipped = 0;
  double seconds = 0;
  bool dry_run = false;
  bool interrupted = false;
};

std::string run_text(const RunReport& report);
std::string run_json(const RunReport& report);

std::string report_text(const IndexReport& report);
std::string report_json(const IndexReport& report);
std::string check_text(const CheckReport& report);
std::string compact_text(const IndexReport& before, const IndexReport& after);

// A text that differs when files are read otherwise.
std::string reading_key(const ReadOptions& options);

}  // namespace dragoman
