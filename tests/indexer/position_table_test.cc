#include "dragoman/position_table.h"

#include <set>
#include <string>

#include <gmock/gmock.h>

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Terms that each stand at some places.
class Terms {
 public:
  Terms(int count, std::size_t places_each) {
    for (int i = 0; i < count; ++i) {
      names_.push_back("слово" + std::to_string(i));
      std::vector<std::uint32_t>& places = places_.emplace_back();
      for (std::size_t place = 0; place < places_each; ++place)
        places.push_back(static_cast<std::uint32_t>(place * 1000 + static_cast<std::size_t>(i)));
    }
  }

  std::vector<TermPositions> all() const {
    std::vector<TermPositions> terms;
    for (std::size_t i = 0; i < names_.size(); ++i) terms.push_back({names_[i], places_[i]});
    return terms;
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::vector<std::uint32_t>> places_;
};

TEST(PositionTableTest, GivesThePositionsOfATerm) {
  const std::vector<std::uint32_t> many = {1, 300, 70000}, one = {2}, two = {2, 5};
  const auto parts = encode_positions({{"саммит", many}, {"集体", one}, {"XO:csto", two}});
  ASSERT_EQ(parts.size(), 1u);
  const PositionTable table(parts[0]);
  EXPECT_THAT(table.find({"саммит"}), ElementsAre(1, 300, 70000));
  EXPECT_THAT(table.find({"集体"}), ElementsAre(2));
  EXPECT_THAT(table.find({"XO:csto", "集体", "саммит"}), ElementsAre(1, 2, 5, 300, 70000));
  EXPECT_TRUE(table.has("集体"));
  EXPECT_FALSE(table.has("体育"));
  EXPECT_FALSE(PositionTable("").has("集体"));
}

TEST(PositionTableTest, KeepsTheTermsOfADocumentApart) {
  const std::vector<std::string> parts = encode_positions(Terms(15000, 1).all());
  const PositionTable table(parts[0]);
  for (std::uint32_t i = 0; i < 15000; i += 61)
    EXPECT_THAT(table.find({"слово" + std::to_string(i)}), ElementsAre(i));
  int mistaken = 0;
  for (int i = 0; i < 3000; ++i)
    mistaken += table.find({"чужое" + std::to_string(i)}).empty() ? 0 : 1;
  EXPECT_LT(mistaken, 30);
}

TEST(PositionTableTest, ReadsOnlyThePartsOfALongDocumentThatHaveTheTerms) {
  const std::vector<std::string> parts = encode_positions(Terms(60000, 2).all());
  ASSERT_GE(parts.size(), 4u);
  std::size_t all_bytes = 0, read_bytes = 0;
  for (const std::string& part : parts) all_bytes += part.size();
  std::set<std::size_t> read;
  const PositionTable table(parts[0], [&](std::size_t number) -> std::string_view {
    if (read.insert(number).second) read_bytes += parts.at(number).size();
    return parts.at(number);
  });
  EXPECT_THAT(table.find({"слово17"}), ElementsAre(17, 1017));
  EXPECT_LE(read_bytes, all_bytes / 2);
  for (std::uint32_t i = 0; i < 60000; i += 61)
    EXPECT_THAT(table.find({"слово" + std::to_string(i)}), ElementsAre(i, i + 1000));
  EXPECT_EQ(read.size(), parts.size() - 1);
}

TEST(PositionTableTest, WithoutItsOtherPartsALongDocumentHasFewerPositions) {
  const std::vector<std::string> parts = encode_positions(Terms(60000, 2).all());
  const PositionTable table(parts[0]);
  int found = 0;
  for (int i = 0; i < 1000; ++i) found += table.has("слово" + std::to_string(i)) ? 1 : 0;
  EXPECT_GT(found, 0);
  EXPECT_LT(found, 500);
}

TEST(PositionTableTest, SurvivesDamage) {
  EXPECT_THAT(PositionTable("").find({"x"}), IsEmpty());
  const std::vector<std::uint32_t> three = {1, 2, 3}, one = {4};
  const std::string good = encode_positions({{"а", three}, {"б", one}})[0];
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
