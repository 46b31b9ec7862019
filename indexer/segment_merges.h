// Which segments to merge, so that an index has few of them and none is written too often.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dragoman {

inline constexpr std::size_t kMaxSegments = 8;  // published

// The first of the last segments that are to be merged into one; the number of segments when none is.
// Only neighbours are merged, for that keeps the documents in their order; a segment that is larger
// than all behind it together is left alone, so that each document is written again a logarithmic
// number of times.
inline std::size_t first_to_merge(const std::vector<std::uint64_t>& segment_bytes) {
  const std::size_t count = segment_bytes.size();
  if (count <= kMaxSegments) return count;
  std::size_t first = count - 2;
  std::uint64_t bytes = segment_bytes[count - 1] + segment_bytes[first];
  while (first > 0 && segment_bytes[first - 1] <= bytes) bytes += segment_bytes[--first];
  return first;
}

}  // namespace dragoman
