#include "index_snapshot.h"

#include <utility>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/schema.h"
#include "xapian_guard.h"

namespace dragoman {
namespace {

// A writer that commits all the time leaves milliseconds between; opening takes less than one.
constexpr int kMostOpenings = 200;

Result<std::vector<Xapian::Database>> open_segments(const std::string& directory,
                                                    const std::vector<std::string>& names) {
  std::vector<Xapian::Database> segments;
  const std::string folder = directory + "/";
  for (const std::string& name : names) {
    Result<Xapian::Database> segment = open_segment(folder + name);
    if (!segment) return segment.error();
    segments.push_back(std::move(*segment));
  }
  return segments;
}

}  // namespace

Xapian::Database IndexSnapshot::database() const {
  Xapian::Database all;
  for (const Xapian::Database& segment : segments) all.add_database(segment);
  return all;
}

Result<Xapian::Database> open_segment(const std::string& path) {
  return guard_xapian("cannot open " + path, [&]() -> Result<Xapian::Database> {
    Xapian::Database segment(path);
    const std::string schema = segment.get_metadata(kSchemaKey);
    const std::string analyzer = segment.get_metadata(kAnalyzerKey);
    if (schema == kSchemaVersion && analyzer == kAnalyzerVersion) return segment;
    return Error{Errc::kSchemaMismatch,
                 path + " was made by another version of Dragoman (schema '" + schema +
                     "', analyzer '" + analyzer + "'; this one has '" +
                     std::string(kSchemaVersion) + "', '" + std::string(kAnalyzerVersion) + "')",
                 "index the files again into a new directory"};
  });
}

Result<IndexSnapshot> open_snapshot(const std::string& directory) {
  Error last;
  for (int tries = 0; tries < kMostOpenings; ++tries) {
    Result<Published> before = read_stub(directory);
    if (!before) return before.error();
    Result<std::vector<Xapian::Database>> segments = open_segments(directory, before->segments);
    // A half removed segment may fail to open, or open without some of its tables: what counts is
    // that the stub still names it.
    const Result<Published> after = read_stub(directory);
    if (!after) return after.error();
    const bool in_force = *after == *before;
    if (segments && in_force) return IndexSnapshot{std::move(*before), std::move(*segments)};
    last = segments ? Error{Errc::kIndexIo, directory + " is changing too fast to be opened", ""}
                    : segments.error();
    if (in_force) break;
  }
  return last;
}

}  // namespace dragoman
