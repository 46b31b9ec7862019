#include "score_bounds.h"

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "shard_cache.h"
#include "word_lists.h"

namespace dragoman {
namespace {

constexpr Xapian::docid kDocuments = 1000;

// "мир" is everywhere, most often in documents 500 to 509; "ОДКБ" in every hundredth.
Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid number = 1; number <= kDocuments; ++number) {
    Xapian::Document document;
    document.add_term("мир", number / 10 == 50 ? 9 : 1 + number % 3);
    if (number % 100 == 0) document.add_term("ОДКБ", 2);
    document.add_term("other", 20);
    database.add_document(document);
  }
  return database;
}

class ScoreBoundsTest : public testing::Test {
 protected:
  // Of words that were searched so many times.
  std::optional<ScoreBounds> bounds_of(const std::vector<std::string>& terms, double more = 0,
                                       int times = 9) {
    std::vector<RankedWord> words;
    for (const std::string& term : terms) words.push_back({{term}, bm25_});
    for (; times > 1; --times) word_lists(words, database_, cache_);
    return score_bounds(word_lists(words, database_, cache_), kDocuments, more);
  }

  double score(Xapian::docid document, const std::vector<std::string>& terms) {
    double sum = 0;
    for (const std::string& term : terms) {
      auto at = database_.postlist_begin(term);
      at.skip_to(document);
      if (at != database_.postlist_end(term) && *at == document)
        sum += bm25_.score(at.get_wdf(), database_.get_doclength(document));
    }
    return sum;
  }

  Xapian::Database database_ = make_database();
  ShardCache cache_{database_};
  Bm25 bm25_{1.2, 0.75, {.documents = kDocuments, .with_word = 100, .mean_length = 20}};
};

TEST_F(ScoreBoundsTest, PassNoDocumentOver) {
  auto bounds = bounds_of({"мир", "ОДКБ", "нигде"});
  ASSERT_TRUE(bounds);
  for (Xapian::docid document = 1; document <= kDocuments; ++document)
    EXPECT_EQ(bounds->next(document, score(document, {"мир", "ОДКБ"})), document);
}

TEST_F(ScoreBoundsTest, PassOverTheOthers) {
  const double high = score(505, {"мир"});
  EXPECT_EQ(bounds_of({"мир"})->next(1, high), 501u);
  EXPECT_EQ(bounds_of({"мир"})->next(510, high), 0u);
  EXPECT_EQ(bounds_of({"мир", "ОДКБ"})->next(1, score(100, {"мир", "ОДКБ"})), 100u);
  EXPECT_EQ(bounds_of({"мир", "ОДКБ"})->next(1, 1000), 0u);
}

TEST_F(ScoreBoundsTest, TellWhichDocumentsHaveAllWords) {
  const double more = 1.01 * (2 * bm25_.weight());
  auto bounds = bounds_of({"мир", "ОДКБ"}, more);
  for (Xapian::docid document = 1; document <= kDocuments; ++document)
    EXPECT_EQ(bounds->next(document, 2 * more), (document + 99) / 100 * 100) << document;
}

TEST_F(ScoreBoundsTest, AreNoneWhereAWordIsNotInMemoryOrAllAreRare) {
  EXPECT_FALSE(bounds_of({"мир", "ОДКБ"}, 0, 1));
  EXPECT_FALSE(bounds_of({"ОДКБ"}));
  EXPECT_FALSE(bounds_of({"нигде"}));
}

}  // namespace
}  // namespace dragoman
