#include "fold.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(FoldTest, MakesVariantsEqual) {
  EXPECT_EQ(fold("Ёлка"), "елка");
  EXPECT_EQ(fold("Российской"), "российской");
  EXPECT_EQ(fold("COOPÉRATION"), "cooperation");
  EXPECT_EQ(fold("coope\xCC\x81ration"), "cooperation");
  EXPECT_EQ(fold("الأُمَم"), fold("الامم"));
  EXPECT_EQ(fold("المتحدة"), fold("المتحده"));
  EXPECT_EQ(fold("組織"), fold("组织"));
  EXPECT_EQ(fold("coopera\xC2\xADtion"), "cooperation");
}

}  // namespace
}  // namespace dragoman
