#include "tokenizer.h"

#include <gmock/gmock.h>

#include <string>

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> cut(std::string_view text) {
  std::vector<RawToken> tokens;
  tokenize_text(text, tokens);
  std::vector<std::string> words;
  for (const RawToken& t : tokens)
    words.emplace_back(text.substr(t.span.begin, t.span.end - t.span.begin));
  return words;
}

TEST(TokenizerTest, CutsRussianAndChinese) {
  EXPECT_THAT(cut("саммит ОДКБ"), ElementsAre("саммит", "ОДКБ"));
  EXPECT_THAT(cut("上合组织"), ElementsAre("上", "合", "组", "织"));
}

TEST(TokenizerTest, LeavesElidedArticlesOut) {
  EXPECT_THAT(cut("l’ONU, d'ONU, qu’ONU"), ElementsAre("ONU", "ONU", "ONU"));
}

TEST(TokenizerTest, KeepsDotsOfAcronymsAndLeavesPossessivesOut) {
  EXPECT_THAT(cut("The U.N.'s and the UN’s"), ElementsAre("The", "U.N.", "and", "the", "UN"));
}

TEST(TokenizerTest, DividesCompoundsButJoinsBrokenLinesAndCo) {
  EXPECT_THAT(cut("UN-SCO; CIS/CSTO; NATO—CSTO"),
              ElementsAre("UN", "SCO", "CIS", "CSTO", "NATO", "CSTO"));
  EXPECT_THAT(cut("co-operation opera-\n  tion"), ElementsAre("co-operation", "opera-\n  tion"));
}

TEST(TokenizerTest, TellsLinesWrittenInCapitals) {
  std::vector<RawToken> tokens;
  tokenize_text("WHO WILL LEAD\nthe WHO", tokens);
  EXPECT_TRUE(tokens[0].shouted);
  EXPECT_FALSE(tokens[4].shouted);
}

TEST(TokenizerTest, GivesNothingForEmptyTextAndStaysInsideIllFormedText) {
  EXPECT_THAT(cut(""), IsEmpty());
  EXPECT_THAT(cut("CSTO \xC3\x28 end\xE4\xB8"), ElementsAre("CSTO", "end"));
}

}  // namespace
}  // namespace dragoman
