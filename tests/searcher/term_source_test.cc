#include "term_source.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

using Xapian::Query;

constexpr Xapian::docid kDocuments = 2000;

// Documents of very different lengths; "мир" is in most, "ОДКБ" in few; every tenth number is not used.
Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  std::mt19937 random(7);
  for (Xapian::docid number = 1; number <= kDocuments; ++number) {
    Xapian::Document document;
    for (unsigned i = 1 + random() % 60; i > 0; --i) {
      document.add_term("w" + std::to_string(random() % 200));
      if (random() % 4 == 0) document.add_term("мир");
      if (random() % 90 == 0) document.add_term("ОДКБ");
    }
    if (number % 10 != 0) database.replace_document(number, document);
  }
  return database;
}

const Query kPeace("мир"), kCsto("ОДКБ"), kW1("w1"), kW2("w2"), kNowhere("нигде");

struct QueryCase {
  const char* name;
  Query query;
};

std::vector<QueryCase> queries() {
  return {{"a common word", kPeace},
          {"a rare word", kCsto},
          {"a word that no document has", kNowhere},
          {"synonyms", Query(Query::OP_SYNONYM, kPeace, kCsto)},
          {"a synonym that no document has", Query(Query::OP_SYNONYM, kCsto, kNowhere)},
          {"any of some", kPeace | kCsto | kW1 | kW2},
          {"any, one of them scaled", kCsto | Query(Query::OP_SCALE_WEIGHT, kPeace, 0.3)},
          {"all of some", kPeace & kW1},
          {"one and maybe others", Query(Query::OP_AND_MAYBE, kCsto, kPeace | kW1)},
          {"filtered", Query(Query::OP_FILTER, kPeace | kW2, kW1)},
          {"without some", Query(Query::OP_AND_NOT, kPeace | kW2, kCsto)}};
}

Xapian::MSet best(const Xapian::Database& database, const Query& query, Xapian::doccount most) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(kDefaultRanking.weight(database));
  enquire.set_query(query);
  return enquire.get_mset(0, most);
}

TEST(TermSource, FindsWhatXapianFindsWithTheSameScores) {
  const Xapian::WritableDatabase database = make_database();
  TermCounts counts;
  ShardCaches caches;
  for (const auto& [name, query] : queries()) {
    for (const Xapian::doccount most : {1u, 10u, kDocuments}) {
      const Xapian::MSet expected = best(database, query, most);
      const Xapian::MSet found =
          best(database, with_term_sources(query, database, counts, kDefaultRanking, caches), most);
      ASSERT_EQ(found.size(), expected.size()) << name << ", " << most;
      for (Xapian::doccount i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(*found[i], *expected[i]) << name << ", " << most << ", " << i;
        EXPECT_NEAR(found[i].get_weight(), expected[i].get_weight(), 1e-9) << name;
      }
    }
  }
}

TEST(TermSource, FindsTheSameInSeveralShards) {
  Xapian::Database shards;
  shards.add_database(make_database());
  shards.add_database(make_database());
  TermCounts counts;
  ShardCaches caches;
  for (const auto& [name, query] : queries()) {
    const Xapian::MSet expected = best(shards, query, 10);
    const Xapian::MSet found =
        best(shards, with_term_sources(query, shards, counts, kDefaultRanking, caches), 10);
    ASSERT_EQ(found.size(), expected.size()) << name;
    for (Xapian::doccount i = 0; i < expected.size(); ++i)
      EXPECT_EQ(*found[i], *expected[i]) << name;
  }
}

TEST(DocumentLengths, AreThoseOfXapianInAnyOrder) {
  const Xapian::WritableDatabase database = make_database();
  DocumentLengths lengths(database);
  for (const Xapian::docid step : {97u, 1u, 7u}) {  // first few of each block, then all
    for (Xapian::docid number = step; number <= kDocuments; number += step) {
      if (number % 10 != 0) {
        EXPECT_EQ(lengths.of(number), database.get_doclength(number)) << number;
      }
    }
  }
}

}  // namespace
}  // namespace dragoman
