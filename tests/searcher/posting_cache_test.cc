#include "posting_cache.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

using Words = std::vector<std::string>;

constexpr Xapian::docid kDocuments = 3000;  // in one range of numbers; word_matcher_test has more

// "мир" is in every document, as often as its number tells, "peace" in every other, "ОДКБ" in every hundredth; one has "да" 300
// times.
Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid number = 1; number <= kDocuments; ++number) {
    Xapian::Document document;
    document.add_term("мир", 1 + number % 100);
    document.add_term("да", number == 7 ? 300 : 1);
    if (number % 2 == 0) document.add_term("peace", 100);
    if (number % 100 == 0) document.add_term("ОДКБ");
    database.add_document(document);
  }
  return database;
}

class PostingCacheTest : public testing::Test {
 protected:
  std::shared_ptr<const CachedPostings> ask(const Words& word, int times = 1) {
    for (; times > 1; --times) cache_.find(word, bm25_);
    return cache_.find(word, bm25_);
  }

  Xapian::Database database_ = make_database();
  DocumentLengths lengths_{database_};
  Bm25 bm25_{1.2, 0.75, {.documents = kDocuments, .with_word = 100, .mean_length = 100}};
  PostingCache cache_{database_, lengths_, kDocuments * 4 / 3};
};

TEST_F(PostingCacheTest, KeepsNothingOfOneSearch) {
  EXPECT_EQ(ask({"мир"}, 3), nullptr);
  EXPECT_NE(ask({"мир"}), nullptr);
}

TEST_F(PostingCacheTest, HasThePostingsOfTheTermsTogether) {
  const auto postings = ask({"мир", "нигде", "ОДКБ"}, 9);
  ASSERT_NE(postings, nullptr);
  ASSERT_EQ(postings->documents.size(), kDocuments);
  ASSERT_EQ(postings->times.size(), kDocuments);
  for (Xapian::docid number = 1; number <= kDocuments; ++number) {
    EXPECT_EQ(postings->documents[number - 1], number);
    EXPECT_EQ(postings->times[number - 1], 1 + number % 100 + (number % 100 == 0 ? 1 : 0));
  }
}

TEST_F(PostingCacheTest, BoundsScoresFromAboveNearly) {
  const auto postings = ask({"мир"}, 9);
  ASSERT_NE(postings, nullptr);
  CachedPostings::Bound most = 0;
  for (std::size_t i = 0; i < kDocuments; ++i) {
    const double score = bm25_.score(postings->times[i], lengths_.of(postings->documents[i]));
    const double bound = postings->bounds[i] * bm25_.weight() / CachedPostings::kWhole;
    EXPECT_GE(bound, score) << i;
    EXPECT_LE(bound, score + bm25_.weight() / CachedPostings::kWhole) << i;
    most = std::max(most, postings->bounds[i]);
  }
  EXPECT_EQ(postings->most, most);
}

TEST_F(PostingCacheTest, KeepsNoneThatIsNowhereOrWhoseCountsDoNotFit) {
  EXPECT_EQ(ask({"нигде"}, 99), nullptr);
  EXPECT_EQ(ask({"да"}, 99), nullptr);
}

TEST_F(PostingCacheTest, KeepsTheWordsThatAreAskedForMost) {
  EXPECT_NE(ask({"peace"}, 10), nullptr);
  EXPECT_EQ(ask({"мир"}, 10), nullptr);  // as often, but later
  EXPECT_NE(ask({"peace"}), nullptr);
  const auto lent = ask({"peace"});
  EXPECT_NE(ask({"мир"}, 30), nullptr);
  EXPECT_EQ(ask({"peace"}), nullptr);
  EXPECT_EQ(lent->documents.size(), kDocuments / 2);  // stays whole
}

TEST_F(PostingCacheTest, ForgetsWhatWasOnceAskedForMost) {
  EXPECT_NE(ask({"мир"}, 60000), nullptr);
  EXPECT_EQ(ask({"peace"}, 10), nullptr);
  EXPECT_NE(ask({"peace"}, 60000), nullptr);
  EXPECT_EQ(ask({"мир"}), nullptr);
}

}  // namespace
}  // namespace dragoman
