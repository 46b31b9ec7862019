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
    std::vector<std::uint32_t> positions;
    table.positions_of(table.entries()[0], positions);
    EXPECT_THAT(positions, ElementsAre(1, 9));
  }
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
