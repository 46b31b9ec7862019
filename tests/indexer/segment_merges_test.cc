#include "segment_merges.h"

#include <numeric>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(SegmentMergesTest, LeavesFewSegmentsAlone) {
  EXPECT_EQ(first_to_merge({}), 0u);
  EXPECT_EQ(first_to_merge({1, 1, 1, 1, 1, 1, 1, 1}), 8u);
}

TEST(SegmentMergesTest, LeavesALargeSegmentAlone) {
  EXPECT_EQ(first_to_merge({100, 1, 1, 1, 1, 1, 1, 1, 1}), 1u);
  EXPECT_EQ(first_to_merge({5, 1, 1, 1, 1, 1, 1, 1, 1}), 0u);
  EXPECT_EQ(first_to_merge({900, 400, 200, 100, 50, 20, 9, 4, 1}), 7u);
}

TEST(SegmentMergesTest, WritesEachDocumentALogarithmicNumberOfTimes) {
  std::vector<std::uint64_t> segments;
  std::uint64_t written = 0;
  constexpr std::uint64_t kCommits = 1000;
  for (std::uint64_t i = 0; i < kCommits; ++i) {
    segments.push_back(1);
    const std::size_t first = first_to_merge(segments);
    const std::uint64_t bytes = std::accumulate(
        segments.begin() + static_cast<std::ptrdiff_t>(first), segments.end(), std::uint64_t{0});
    if (first == segments.size()) continue;
    written += bytes;
    segments.resize(first);
    segments.push_back(bytes);
    EXPECT_LE(segments.size(), kMaxSegments);
  }
  EXPECT_LT(written, 10 * kCommits);
}

}  // namespace
}  // namespace dragoman
