#include "deadline.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(DeadlineTest, PassesOnceAndForAll) {
  Deadline deadline(std::chrono::milliseconds(1));
  EXPECT_FALSE(deadline.has_cut());
  while (!deadline.passed()) {
  }
  EXPECT_TRUE(deadline.passed());
  EXPECT_TRUE(deadline.has_cut());
}

TEST(DeadlineTest, OfZeroNeverPasses) {
  Deadline deadline(std::chrono::milliseconds(0));
  for (int i = 0; i < 1000; ++i) EXPECT_FALSE(deadline.passed());
}

}  // namespace
}  // namespace dragoman
