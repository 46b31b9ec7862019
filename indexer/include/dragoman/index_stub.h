// Which segments an index has: its directory's file XAPIANDB, a stub that stock Xapian programs read too.
//
//   news.db/XAPIANDB      "# generation 3", "auto seg-000001"
//   news.db/seg-000001/   a Xapian database
//
// The generation counts the commits. A stub that is the same before and after its segments were opened
// was in force all the while, and none of its segments can have been on the way out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

inline constexpr const char* kStub = "XAPIANDB";
inline constexpr std::string_view kSegment = "seg-";  // and a number
inline constexpr std::string_view kStubLine = "auto ";
inline constexpr std::string_view kGenerationLine = "# generation ";  // a comment to Xapian

// What a stub says.
struct Published {
  std::uint64_t generation = 0;
  std::vector<std::string> segments;  // names

  friend bool operator==(const Published&, const Published&) = default;
};

// Which file a stub is: as long as it is the same one, it says the same.
struct StubFile {
  std::uint64_t device = 0, number = 0, bytes = 0;
  std::int64_t changed = 0;  // nanoseconds

  friend bool operator==(const StubFile&, const StubFile&) = default;
};

// The stub of `directory`; none where there is none that can be read.
std::optional<StubFile> stub_file(const std::string& directory);

bool is_segment_name(std::string_view name);

// The stub of `directory`. Errors: kNotFound, kNotAnIndex, kUnreadable.
Result<Published> read_stub(const std::string& directory);

// What is said of a directory that Dragoman did not make.
Error not_an_index(const std::string& path, const char* why);

}  // namespace dragoman
