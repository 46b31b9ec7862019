// Which segments an index has: its directory's file XAPIANDB, a stub that stock Xapian programs read too.
//
//   news.db/XAPIANDB      "auto seg-000001"
//   news.db/seg-000001/   a Xapian database
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

inline constexpr const char* kStub = "XAPIANDB";
inline constexpr std::string_view kSegment = "seg-";  // and a number
inline constexpr std::string_view kStubLine = "auto ";

bool is_segment_name(std::string_view name);

// The segment names in the stub of `directory`. Errors: kNotFound, kNotAnIndex, kUnreadable.
Result<std::vector<std::string>> read_stub(const std::string& directory);

// Whether this program can read the segment in `path`. Errors: kSchemaMismatch, kIndexIo, kCorrupt.
Result<void> check_segment(const std::string& path);

// What is said of a directory that Dragoman did not make.
Error not_an_index(const std::string& path, const char* why);

}  // namespace dragoman
