#include "dragoman/position_table.h"

#include <array>
#include <string>

#include <gmock/gmock.h>

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(PositionTableTest, GivesThePositionsOfATerm) {
  const std::vector<std::uint32_t> many = {1, 300, 70000}, one = {2}, two = {2, 5};
  const std::string data = encode_positions({{"саммит", many}, {"集体", one}, {"XO:csto", two}});
  const PositionTable table(data);
  EXPECT_THAT(table.find({"саммит"}), ElementsAre(1, 300, 70000));
  EXPECT_THAT(table.find({"集体"}), ElementsAre(2));
  EXPECT_THAT(table.find({"XO:csto", "集体", "саммит"}), ElementsAre(1, 2, 5, 300, 70000));
  EXPECT_TRUE(table.has("集体"));
  EXPECT_FALSE(table.has("体育"));
  EXPECT_FALSE(PositionTable("").has("集体"));
}

TEST(PositionTableTest, KeepsTheTermsOfALargeDocumentApart) {
  std::vector<std::string> names;
  for (int i = 0; i < 30000; ++i) names.push_back("слово" + std::to_string(i));
  std::vector<std::array<std::uint32_t, 2>> places;
  for (std::uint32_t i = 0; i < names.size(); ++i) places.push_back({i, 2 * i + 100000});
  std::vector<TermPositions> terms;
  for (std::size_t i = 0; i < names.size(); ++i) terms.push_back({names[i], places[i]});
  const std::string data = encode_positions(terms);
  const PositionTable table(data);
  for (std::uint32_t i = 0; i < names.size(); i += 61)
    EXPECT_THAT(table.find({names[i]}), ElementsAre(i, 2 * i + 100000));
  int mistaken = 0;
  for (int i = 0; i < 3000; ++i)
    mistaken += table.find({"чужое" + std::to_string(i)}).empty() ? 0 : 1;
  EXPECT_LT(mistaken, 30);
}

TEST(PositionTableTest, SurvivesDamage) {
  EXPECT_THAT(PositionTable("").find({"x"}), IsEmpty());
  const std::vector<std::uint32_t> three = {1, 2, 3}, one = {4};
  const std::string good = encode_positions({{"а", three}, {"б", one}});
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const int bit : {1, 0x80, 0xFF}) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ bit);
      (void)PositionTable(bad).find({"а", "б"});
    }
    (void)PositionTable(std::string_view(good).substr(0, at)).find({"а", "б"});
  }
}

}  // namespace
}  // namespace dragoman
