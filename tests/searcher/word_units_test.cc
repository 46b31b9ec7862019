#include "word_units.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(WordUnits, AreThoseThatTheWordsAllow) {
  const std::vector<RankedWord> words = {
      {{"мир"}, {}}, {{"XO:csto", "ОДКБ"}, {}}, {{"безопасн"}, {}}};
  const std::vector<EvidenceUnit> units = {{.terms = {"мир"}},
                                           {.terms = {"XO:csto"}},
                                           {.terms = {"безопасн", "мир"}},
                                           {.terms = {"безопасн", "XI:csto"}}};
  const WordUnits found(units, words);
  EXPECT_EQ(found.of(0b001), UnitSet{0b1101});  // what no word tells of may always be there
  EXPECT_EQ(found.of(0b010), UnitSet{0b1010});
  EXPECT_EQ(found.of(0b100), UnitSet{0b1100});
  EXPECT_EQ(found.of(0b111), UnitSet{0b1111});
}

}  // namespace
}  // namespace dragoman
