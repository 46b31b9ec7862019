// What the user of dragoman-index asked for.
#pragma once

#include <string>
#include <vector>

#include "dragoman/indexer/index_writer.h"
#include "dragoman/indexer/reader.h"
#include "dragoman/result.h"
#include "program_page.h"

namespace dragoman {

enum class IndexTask { kIndex, kWatch, kStats, kCheck, kCompact, kExport };

struct IndexOptions {
  IndexTask task = IndexTask::kIndex;
  std::string db;
  std::vector<std::string> inputs;
  ReadOptions read;
  WriteOptions write;
  bool prune = false;
  bool dry_run = false;
  bool json = false;
  bool quiet = false;
  std::string generate;  // a man page or completion
  bool help = false;
  bool version = false;
};

// Errors: kUsage.
Result<IndexOptions> parse_index_options(int argc, const char* const* argv);

// All that is told of the options.
ProgramPage index_page();

}  // namespace dragoman
