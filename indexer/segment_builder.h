// Builds, copies and merges segments: the Xapian databases an index is made of.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "copy_groups.h"
#include "dragoman/analyzers/analyzer.h"
#include "dragoman/document.h"
#include "dragoman/result.h"
#include "seen_files.h"

namespace dragoman {

struct PendingDocument {
  Document document;
  std::string hash;
  FileNumber file = 0;  // that it came from
  CopyMarks copies;
};

// Makes a segment of `documents` in the new directory `path`; docids 1, 2, 3 … in their order.
// Without fsync. Errors: kIndexIo.
Result<void> build_segment(const std::string& path, const std::vector<PendingDocument>& documents,
                           Analyzer& analyzer);

// Merges `sources` in their order into the new directory `path`; docids of each source follow
// those of the one before. Opens at most kMergeWidth sources at once. Errors: kIndexIo, kCorrupt.
inline constexpr std::size_t kMergeWidth = 128;
Result<void> merge_segments(const std::vector<std::string>& sources, const std::string& path);

// Deletes documents from a segment that nobody reads yet. Errors: kIndexIo, kCorrupt.
Result<void> delete_documents(const std::string& path, const std::vector<Xapian::docid>& documents);

// Makes a segment without documents in the new directory `path`. Errors: kIndexIo.
Result<void> build_empty_segment(const std::string& path);

// Bytes on disk.
std::uint64_t segment_bytes(const std::string& path);

// Copies the segment `from` to the new directory `to`. Errors: kIndexIo.
Result<void> copy_segment(const std::string& from, const std::string& to);

}  // namespace dragoman
