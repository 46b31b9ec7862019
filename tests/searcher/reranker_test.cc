#include "reranker.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "document_records.h"
#include "dragoman/schema.h"

namespace dragoman {
namespace {

constexpr Xapian::docid kDocuments = 400;
constexpr std::size_t kWanted = 10;

// Documents of words at random places; a third of them begin with a title of a few words.
Xapian::WritableDatabase make_database(bool with_titles) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  std::mt19937 random(11);
  for (Xapian::docid number = 1; number <= kDocuments; ++number) {
    const std::uint32_t title = with_titles && number % 3 == 0 ? 1 + random() % 4 : 0;
    std::map<std::string, std::vector<std::uint32_t>> places;
    for (std::uint32_t at = 1; at <= 150; ++at) {
      if (random() % 6 != 0) continue;
      const std::string word = "слово" + std::to_string(random() % 8);
      places[word].push_back(at);
      if (at <= title) places[std::string(kTitlePrefix) + word].push_back(at);
    }
    Xapian::Document document;
    for (const auto& entry : places) document.add_term(entry.first);
    if (title > 0) places[std::string(kTitleEndPlace)] = {title};
    std::vector<TermPositions> table;
    for (const auto& [word, positions] : places) table.push_back({word, positions});
    put_records({}, encode_positions(table), document);
    database.add_document(document);
  }
  return database;
}

Evidence evidence_of(std::size_t words) {
  Evidence evidence;
  for (std::size_t i = 0; i < words; ++i) {
    const std::string word = "слово" + std::to_string(i);
    evidence.units.push_back({{word}, 1 + static_cast<double>(i) / 2});
    evidence.title.push_back({{word}});
  }
  return evidence;
}

// Every second document, with scores that fall from `first` by `step`.
std::vector<Ranked> matches_from(double first, double step) {
  std::vector<Ranked> matches;
  for (Xapian::docid number = 1; number <= kDocuments; number += 2)
    matches.push_back({(number * 7) % kDocuments + 1, first - step * number});
  return matches;
}

struct Case {
  const char* name;
  bool with_titles;
  std::size_t words;
  double step;  // between the scores of BM25
};

class RerankerTest : public testing::TestWithParam<Case> {};

TEST_P(RerankerTest, GivesTheWantedOnesAsIfAllTablesWereRead) {
  const Case& at = GetParam();
  const Xapian::WritableDatabase database = make_database(at.with_titles);
  EvidenceScorer scorer(evidence_of(at.words), kDefaultRanking);
  const std::vector<Ranked> matches = matches_from(30, at.step);

  const auto reranked = [&](std::size_t wanted, RecordCache& records) {
    EvidenceBounds bounds(database, at.with_titles, scorer);
    std::vector<Ranked> ordered = matches;
    rerank(records, bounds, scorer, {.reranked = 100, .wanted = wanted}, ordered);
    return ordered;
  };
  RecordCache of_all(database), of_some(database);
  const std::vector<Ranked> expected = reranked(matches.size(), of_all);
  const std::vector<Ranked> found = reranked(kWanted, of_some);
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < kWanted; ++i) {
    EXPECT_EQ(found[i].document, expected[i].document) << i;
    EXPECT_EQ(found[i].score, expected[i].score) << i;
  }
  RecordCache of_a_page(database);
  EvidenceBounds bounds(database, at.with_titles, scorer);
  std::vector<Ranked> page = matches;
  constexpr std::size_t kSkipped = 30;
  rerank(of_a_page, bounds, scorer,
         {.reranked = 100, .wanted = kSkipped + kWanted, .skipped = kSkipped}, page);
  for (std::size_t i = kSkipped; i < kSkipped + kWanted; ++i) {
    EXPECT_EQ(page[i].document, expected[i].document) << i;
    EXPECT_EQ(page[i].score, expected[i].score) << i;
  }
  for (std::size_t i = 100; i < matches.size(); ++i)
    EXPECT_EQ(found[i].document, matches[i].document) << i;
}

INSTANTIATE_TEST_SUITE_P(
    , RerankerTest,
    testing::Values(Case{"OneWord", false, 1, 0.01}, Case{"OneWordWithTitles", true, 1, 0.01},
                    Case{"ThreeWords", false, 3, 0.02}, Case{"ThreeWordsWithTitles", true, 3, 0.02},
                    Case{"EightWordsWithTitles", true, 8, 0.1}, Case{"EqualScores", true, 3, 0}),
    [](const auto& one) { return one.param.name; });

// Of a match that was not read it stays as it was.
double score_of(Xapian::docid document, const std::vector<Ranked>& matches) {
  const auto at = std::find_if(matches.begin(), matches.end(),
                               [document](const Ranked& m) { return m.document == document; });
  return at == matches.end() ? -1 : at->score;
}

TEST(Reranker, LeavesAloneWhatIsOnAnEarlierPage) {
  const Xapian::WritableDatabase database = make_database(false);
  EvidenceScorer scorer(evidence_of(2), kDefaultRanking);
  EvidenceBounds bounds(database, false, scorer);
  std::vector<Ranked> matches = matches_from(1000, 1);
  const Ranked first = matches[0], late = matches[95];
  RecordCache records(database);
  rerank(records, bounds, scorer, {.reranked = 100, .wanted = 100, .skipped = 90}, matches);
  EXPECT_NE(score_of(late.document, matches), late.score);
  EXPECT_EQ(score_of(first.document, matches), first.score);
}

TEST(Reranker, TakesNoneOfEqualsThatItsDepthWouldDivide) {
  const Xapian::WritableDatabase database = make_database(false);
  EvidenceScorer scorer(evidence_of(2), kDefaultRanking);
  EvidenceBounds bounds(database, false, scorer);
  std::vector<Ranked> matches = matches_from(200, 0.01);
  for (std::size_t i = 90; i < 110; ++i) matches[i].score = matches[90].score;
  RecordCache records(database);
  std::vector<Ranked> ordered = matches;
  rerank(records, bounds, scorer, {.reranked = 100, .wanted = 200}, ordered);
  for (std::size_t i = 90; i < matches.size(); ++i) {
    EXPECT_EQ(ordered[i].document, matches[i].document) << i;
    EXPECT_EQ(ordered[i].score, matches[i].score) << i;
  }
  EXPECT_NE(ordered[0].score, matches[0].score);
}

TEST(Reranker, LeavesAloneWhatCannotCatchUp) {
  const Xapian::WritableDatabase database = make_database(false);
  EvidenceScorer scorer(evidence_of(2), kDefaultRanking);
  EvidenceBounds bounds(database, false, scorer);
  std::vector<Ranked> matches = matches_from(100, 1);
  const Ranked first = matches[0], last = matches[50];
  RecordCache records(database);
  rerank(records, bounds, scorer, {.reranked = 100, .wanted = kWanted}, matches);
  EXPECT_NE(score_of(first.document, matches), first.score);
  EXPECT_EQ(score_of(last.document, matches), last.score);
}

}  // namespace
}  // namespace dragoman
