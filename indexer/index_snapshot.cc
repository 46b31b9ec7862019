#include "index_snapshot.h"

#include <utility>

#include "xapian_guard.h"

namespace dragoman {
namespace {

// A writer that commits all the time leaves milliseconds between; opening takes less than one.
constexpr int kMostTries = 200;

Result<std::vector<Xapian::Database>> open_segments(const std::string& directory,
                                                    const std::vector<std::string>& names) {
  std::vector<Xapian::Database> segments;
  for (const std::string& name : names) {
    const std::string path = directory + "/" + name;
    if (Result<void> good = check_segment(path); !good) return good.error();
    Result<void> done = guard_xapian("cannot open " + path, [&] { segments.emplace_back(path); });
    if (!done) return done.error();
  }
  return segments;
}

}  // namespace

Xapian::Database IndexSnapshot::database() const {
  Xapian::Database all;
  for (const Xapian::Database& segment : segments) all.add_database(segment);
  return all;
}

Result<IndexSnapshot> open_snapshot(const std::string& directory) {
  Error last;
  for (int tries = 0; tries < kMostTries; ++tries) {
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
