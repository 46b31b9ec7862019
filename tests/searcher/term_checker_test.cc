#include "term_checker.h"

#include <vector>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

constexpr Xapian::docid kDocuments = 300;

// "мир" in each document, "ОДКБ" in each seventh.
Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid number = 1; number <= kDocuments; ++number) {
    Xapian::Document document;
    document.add_term("мир");
    if (number % 7 == 0) document.add_term("ОДКБ");
    database.add_document(document);
  }
  return database;
}

TEST(TermChecker, TellsTheDocumentsOfATermInAnyOrder) {
  TermChecker checker(make_database());
  for (const Xapian::docid step : {1u, 5u, 299u}) {
    for (Xapian::docid number = 1; number <= kDocuments; number += step) {
      EXPECT_TRUE(checker.has("мир", number)) << number;
      EXPECT_EQ(checker.has("ОДКБ", number), number % 7 == 0) << number;
      EXPECT_FALSE(checker.has("нигде", number)) << number;
    }
  }
  EXPECT_FALSE(checker.has("мир", 301));
  EXPECT_TRUE(checker.has("мир", 300));  // behind the end, and back
}

TEST(TermChecker, TellsTheSameOfWhatIsInMemoryOfSeveralShards) {
  const std::vector<Xapian::Database> shards = {make_database(), make_database(), make_database()};
  Xapian::Database all;
  for (const Xapian::Database& shard : shards) all.add_database(shard);
  ShardCaches caches;
  for (const Xapian::Database& shard : shards) {
    for (int searched = 0; searched < 4; ++searched)
      caches.of(shard).postings.find({"ОДКБ"}, Bm25());
  }
  TermChecker checker(all, shards, caches), plain(all);
  for (Xapian::docid number = 1; number <= 3 * kDocuments + 3; ++number) {
    EXPECT_EQ(checker.has("ОДКБ", number), plain.has("ОДКБ", number)) << number;
    EXPECT_EQ(checker.has("мир", number), plain.has("мир", number)) << number;
  }
}

}  // namespace
}  // namespace dragoman
