#include "dragoman/json_depth.h"

#include <gtest/gtest.h>

#include <string>

namespace dragoman {
namespace {

TEST(JsonDepthTest, CountsBracketsThatLieInEachOther) {
  const struct {
    std::string_view text;
    std::size_t depth;
  } table[] = {{"", 0},
               {"17", 0},
               {R"("ОДКБ")", 0},
               {"[]", 1},
               {R"({"a": [1, 2], "б": {}})", 2},
               {"[[[]], [[[]]], []]", 4}};
  for (const auto& [text, depth] : table) EXPECT_EQ(json_depth(text), depth) << text;
}

TEST(JsonDepthTest, PassesOverBracketsInStrings) {
  EXPECT_EQ(json_depth(R"({"{[": "[[[ ОДКБ {{"})"), 1u);
  EXPECT_EQ(json_depth(R"(["\"[[", "\\", []])"), 2u);
}

TEST(JsonDepthTest, TakesAnyBytes) {
  for (const std::string_view text : {"]]]}", "\"", "\"\\", "[\"\xD0", "}{"})
    EXPECT_LE(json_depth(text), 1u) << text;
  EXPECT_EQ(json_depth(std::string(100'000, '[')), 100'000u);
}

}  // namespace
}  // namespace dragoman
