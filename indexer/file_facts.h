// What a file system says of a file, and a hash of what is in it: whether it changed since.
//
//   const std::optional<FileFacts> before = facts_of("dump/a.jsonl");
//   …
//   if (facts_of("dump/a.jsonl") == before && is_settled(*before, at)) …   // the same bytes
//
// Time stamps come from a clock that ticks every few milliseconds, on some file systems every two
// seconds, so a file that was touched just before it was looked at may be touched again under the
// same stamps: it is not settled, and only its bytes tell (Git calls such a file racily clean).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "dragoman/result.h"

namespace dragoman {

struct FileFacts {
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::int64_t changed = 0;   // of the inode: no program can set it back

  friend bool operator==(const FileFacts&, const FileFacts&) = default;
};

// Nothing for what is not there, cannot be looked at, or is no regular file. Follows links.
std::optional<FileFacts> facts_of(const std::string& path);

// Whether there is nothing under that name; false when one may not look.
bool is_gone(const std::string& path);

std::int64_t nanoseconds_now();

// Whether a file with these facts at the time `at` would show a later change in them.
bool is_settled(const FileFacts& facts, std::int64_t at);

// 16 bytes. Errors: kUnreadable.
Result<std::string> hash_of_file(const std::string& path);

// From the root, without "." and ".."; links stay.
std::string absolute_path(const std::string& path);

}  // namespace dragoman
