#include "word_edits.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(WordEditsTest, CountsLettersNotBytes) {
  EXPECT_EQ(edit_distance("мир", "мир"), 0u);
  EXPECT_EQ(edit_distance("мирр", "мир"), 1u);
  EXPECT_EQ(edit_distance("имр", "мир"), 1u);
  EXPECT_EQ(edit_distance("война", "мир"), 5u);
  EXPECT_EQ(edit_distance("", "мир"), 3u);
}

TEST(WordEditsTest, GivesEveryWordThatIsOneEditAway) {
  const std::vector<std::string> edits = edits_of("мирр");
  for (const char* wanted : {"мир", "имрр", "мира", "амирр", "мипр"})
    EXPECT_TRUE(std::binary_search(edits.begin(), edits.end(), wanted)) << wanted;
  for (const std::string& edit : edits) EXPECT_EQ(edit_distance("мирр", edit), 1u) << edit;
}

TEST(WordEditsTest, LeavesOtherScriptsMixturesAndLongWordsAlone) {
  EXPECT_TRUE(edits_of("集体安全").empty());
  EXPECT_TRUE(edits_of("mир").empty());
  EXPECT_TRUE(edits_of(std::string(33, 'a')).empty());
  EXPECT_TRUE(edits_of("").empty());
  EXPECT_TRUE(edits_of("a\xff").empty());
}

}  // namespace
}  // namespace dragoman
