// An index as it was published at one moment, open.
//
//   Result<IndexSnapshot> index = open_snapshot("news.db");
//   for (const Xapian::Database& segment : index->segments) …
//
// A writer may publish and remove segments at any time: what is open stays readable, and opening
// starts over when the stub changed meanwhile. Nothing waits for a writer, and no writer waits.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "dragoman/index_stub.h"
#include "dragoman/result.h"

namespace dragoman {

struct IndexSnapshot {
  Published published;
  std::vector<Xapian::Database> segments;  // as published.segments

  // All segments as one.
  Xapian::Database database() const;
};

// The segment in `path`, if this program can read it. Errors: kSchemaMismatch, kIndexIo, kCorrupt.
Result<Xapian::Database> open_segment(const std::string& path);

// Errors: kNotFound, kNotAnIndex, kSchemaMismatch, kUnreadable, kCorrupt, kIndexIo.
Result<IndexSnapshot> open_snapshot(const std::string& directory);

}  // namespace dragoman
