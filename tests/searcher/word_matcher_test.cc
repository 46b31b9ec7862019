#include "word_matcher.h"

#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

using Xapian::Query;

constexpr Xapian::docid kDocuments = 2000;

// Documents of very different lengths; "мир" is in most, "ОДКБ" in few, "Lru" counts nowhere; every tenth number is not used.
Xapian::WritableDatabase make_database(unsigned seed) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  std::mt19937 random(seed);
  for (Xapian::docid number = 1; number <= kDocuments; ++number) {
    Xapian::Document document;
    for (unsigned i = 1 + random() % 60; i > 0; --i) {
      document.add_term("w" + std::to_string(random() % 200));
      if (random() % 4 == 0) document.add_term("мир");
      if (random() % 90 == 0) document.add_term("ОДКБ");
    }
    if (number % 3 == 0) document.add_boolean_term("Lru");
    if (number % 10 != 0) database.replace_document(number, document);
  }
  return database;
}

struct QueryCase {
  const char* name;
  Query query;
};

Query scaled(double factor, const Query& query) {
  return Query(Query::OP_SCALE_WEIGHT, query, factor);
}

std::vector<QueryCase> queries() {
  const Query peace("мир"), csto("ОДКБ"), w1("w1"), w2("w2"), nowhere("нигде"), only_there("Lru");
  Query many;
  for (int i = 0; i < 40; ++i) many |= Query("w" + std::to_string(i));
  return {{"a common word", peace},
          {"a rare word", csto},
          {"a word that no document has", nowhere},
          {"synonyms", Query(Query::OP_SYNONYM, peace, csto)},
          {"a synonym that no document has", Query(Query::OP_SYNONYM, csto, nowhere)},
          {"any of some", peace | csto | w1 | w2},
          {"any in a part", csto | (peace | w1) | Query(Query::OP_SYNONYM, w2, nowhere)},
          {"any of many", many},
          {"one scaled", scaled(0.1, peace)},
          {"one of two scaled", csto | scaled(0.1, peace)},
          {"a scaled part", csto | scaled(0.3, peace | scaled(1.7, w1))},
          {"one that weighs nothing", csto | scaled(0, peace)},
          {"a term that is only there", scaled(0, only_there)},
          {"a word and a term that is only there", csto | only_there},
          {"two words", peace & w1},
          {"a common and a rare word", peace & csto},
          {"all of some parts", (peace | scaled(0.1, csto)) & (w1 | w2) & only_there},
          {"all, one in two parts", peace & (peace | w1)},
          {"all, one that no document has", peace & nowhere},
          {"words that are never together", w1 & w2 & Query("w3") & Query("w4") & Query("w5")}};
}

class WordMatcherTest : public testing::TestWithParam<std::size_t> {  // shards
 protected:
  WordMatcherTest() {
    for (unsigned number = 0; number < GetParam(); ++number) {
      shards_.push_back(make_database(number));
      all_.add_database(shards_.back());
    }
  }

  Xapian::MSet expected(const Query& query, Xapian::doccount most) const {
    Xapian::Enquire enquire(all_);
    enquire.set_weighting_scheme(kDefaultRanking.weight(all_));
    enquire.set_query(query);
    return enquire.get_mset(0, most, all_.get_doccount());
  }

  WordMatches found(const Query& query, MatchDepth depth) {
    const auto words = WordReader(all_, counts_, kDefaultRanking).words(query);
    EXPECT_TRUE(words);
    return match_words(*words, shards_, caches_, no_deadline_, depth);
  }

  std::vector<Xapian::Database> shards_;
  Xapian::Database all_;
  TermCounts counts_;
  ShardCaches caches_;
  Deadline no_deadline_{std::chrono::milliseconds(0)};
};

TEST_P(WordMatcherTest, FindsWhatXapianFindsWithTheSameScores) {
  for (const auto& [name, query] : queries()) {
    for (const std::size_t most : {1u, 10u, 100u, 10000u}) {
      const Xapian::MSet best = expected(query, static_cast<Xapian::doccount>(most));
      const WordMatches matches = found(query, {.most = most, .counted = most});
      ASSERT_EQ(matches.best.size(), best.size()) << name << ", " << most;
      std::map<Xapian::docid, double> scores;
      for (auto hit = best.begin(); hit != best.end(); ++hit) scores[*hit] = hit.get_weight();
      for (Xapian::doccount i = 0; i < best.size(); ++i) {
        const Ranked& match = matches.best[i];
        EXPECT_NEAR(match.score, best[i].get_weight(), 1e-9) << name << ", " << most << ", " << i;
        if (most > 100) {
          EXPECT_NEAR(match.score, scores[match.document], 1e-9) << name << ", " << i;
        } else {  // scores that differ by a rounding error only are rare
          EXPECT_EQ(match.document, *best[i]) << name << ", " << most << ", " << i;
        }
      }
    }
  }
}

TEST_P(WordMatcherTest, TellsWhichWordsADocumentHas) {
  const WordMatches matches =
      found(Query("мир") | Query("ОДКБ") | Query("w3"), {.most = 50, .counted = 50});
  const char* const words[] = {"мир", "ОДКБ", "w3"};
  for (const Ranked& match : matches.best) {
    for (std::size_t i = 0; i < std::size(words); ++i) {
      auto posting = all_.postlist_begin(words[i]);
      posting.skip_to(match.document);
      const bool has = posting != all_.postlist_end(words[i]) && *posting == match.document;
      EXPECT_EQ((match.units >> i & 1u) != 0, has) << match.document << ", " << words[i];
    }
  }
}

TEST_P(WordMatcherTest, CountsExactlyWhatItIsAskedTo) {
  for (const auto& [name, query] : queries()) {
    const std::uint64_t all = expected(query, 1).get_matches_estimated();
    const WordMatches counted = found(query, {.most = 10, .counted = 10000});
    EXPECT_EQ(counted.total, all) << name;
    EXPECT_TRUE(counted.exact) << name;
    const WordMatches only_counted = found(query, {.most = 0, .counted = 10000});
    EXPECT_EQ(only_counted.total, all) << name;
    EXPECT_TRUE(only_counted.best.empty()) << name;

    const WordMatches estimated = found(query, {.most = 10, .counted = 10});
    if (estimated.exact) {
      EXPECT_EQ(estimated.total, all) << name;
    }
    EXPECT_LE(estimated.total, all * 3 / 2) << name;
    EXPECT_GE(estimated.total, all / 2) << name;
  }
}

TEST_P(WordMatcherTest, NoScoreIsAboveTheMost) {
  for (const auto& [name, query] : queries()) {
    const WordMatches matches = found(query, {.most = 1, .counted = 1});
    if (!matches.best.empty()) {
      EXPECT_LE(matches.best[0].score, matches.most) << name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Shards, WordMatcherTest, testing::Values(1u, 3u));

TEST(WordReader, ReadsOnlyWhatIsAnyOrAllOfSomeWords) {
  const Xapian::WritableDatabase database = make_database(1);
  TermCounts counts;
  const WordReader reader(database, counts, kDefaultRanking);
  const Query a("мир"), b("ОДКБ");
  EXPECT_TRUE(reader.words(a | b));
  EXPECT_TRUE(reader.words(a | scaled(0.5, b)));
  EXPECT_TRUE(reader.words(a & b & Query(Query::OP_SYNONYM, a, b)));
  EXPECT_TRUE(reader.words((a | b) & scaled(0.5, b)));
  EXPECT_TRUE(reader.word(scaled(0.5, a)));
  EXPECT_FALSE(reader.word(scaled(0.5, a | b)));
  for (const Query& query : {(a & b) | a, scaled(0.5, a & b), Query(Query::OP_FILTER, a, b),
                             Query(Query::OP_AND_MAYBE, a, b), Query(Query::OP_NEAR, a, b),
                             Query("мир", 2), Query(Query::OP_WILDCARD, "м"), Query::MatchAll}) {
    EXPECT_FALSE(reader.words(query)) << query.get_description();
  }
}

}  // namespace
}  // namespace dragoman
