#include "term_table.h"

#include <gmock/gmock.h>

namespace dragoman {
namespace {

using ::testing::ElementsAre;

TEST(TermTableTest, CountsAndPlacesTermsInTheOrderOfTheirFirstOccurrence) {
  TermTable table;
  for (int round = 0; round < 2; ++round) {
    table.clear();
    table.add("саммит", 1);
    table.add(table.keep("XO:csto"), 2, 3);
    table.add("саммит", 9);
    table.add("XE:csto", 2, 0);
    ASSERT_EQ(table.entries().size(), 3u);
    EXPECT_EQ(table.entries()[0].term, "саммит");
    EXPECT_EQ(table.entries()[0].count, 2u);
    EXPECT_EQ(table.entries()[1].count, 3u);
    EXPECT_EQ(table.entries()[2].count, 0u);
    const std::vector<TermPositions> positions = table.positions();
    EXPECT_EQ(positions[0].term, "саммит");
    EXPECT_THAT(positions[0].positions, ElementsAre(1, 9));
    EXPECT_THAT(positions[2].positions, ElementsAre(2));
  }
}

TEST(TermTableTest, GivesPositionsRisingAndOnce) {
  TermTable table;
  for (const std::uint32_t position : {7, 3, 7, 5}) table.add("организация", position);
  table.add("集体", 1);
  EXPECT_THAT(table.positions()[0].positions, ElementsAre(3, 5, 7));
  EXPECT_THAT(table.positions()[1].positions, ElementsAre(1));
}

TEST(TermTableTest, GrowsAndForgets) {
  TermTable table;
  for (std::uint32_t i = 0; i < 20000; ++i) table.add(table.keep("слово" + std::to_string(i)), i);
  EXPECT_EQ(table.entries().size(), 20000u);
  for (std::uint32_t i = 0; i < 20000; ++i)
    table.add(table.keep("слово" + std::to_string(i)), 30000 + i);
  EXPECT_EQ(table.entries().size(), 20000u);
  table.clear();
  EXPECT_TRUE(table.entries().empty());
}

}  // namespace
}  // namespace dragoman
