#include "dragoman/code_points.h"

#include <gtest/gtest.h>

#include <string>

namespace dragoman {
namespace {

TEST(CodePointsTest, CountsWhatBeginsBeforeAByte) {
  const std::string text =
      "саммит ОДКБ 上🕊!";  // 2 bytes a Cyrillic letter, then 3, 4 and 1
  const CodePoints points(text);
  const struct {
    std::size_t byte, before;
  } table[] = {{0, 0}, {2, 1}, {13, 7}, {22, 12}, {25, 13}, {29, 14}, {30, 15}, {1000, 15}};
  for (const auto& [byte, before] : table) EXPECT_EQ(points.before(byte), before) << byte;
}

TEST(CodePointsTest, IsTheSameWhateverTheOrderOfTheQuestions) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "a上é🕊";  // 10 bytes, 4 letters
  const CodePoints points(text);
  for (std::size_t i = 100; i-- > 0;) EXPECT_EQ(points.before(10 * i), 4 * i);
  for (std::size_t i = 0; i < 100; ++i) EXPECT_EQ(points.before(10 * i + 4), 4 * i + 2);
}

TEST(CodePointsTest, HasNoneInAnEmptyText) { EXPECT_EQ(CodePoints("").before(7), 0u); }

}  // namespace
}  // namespace dragoman
