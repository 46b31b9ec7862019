#include "bm25_weight.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "live_documents.h"

namespace dragoman {
namespace {

Xapian::WritableDatabase database_of(const std::vector<std::string>& texts) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::TermGenerator generator;
  for (const std::string& text : texts) {
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(text);
    database.add_document(document);
  }
  return database;
}

const std::vector<std::string> kTexts = {"мир и безопасность", "мир мир мир",
                                         "совет безопасности оон",
                                         "мир в африке и в азии и в европе", "иное"};

std::vector<double> scores(const Xapian::Database& database, const Xapian::Weight& weight) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weight);
  const std::vector<std::string> words = {"мир", "безопасность", "и"};
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end()));
  std::vector<double> all;
  const Xapian::MSet found = enquire.get_mset(0, 10);
  for (auto hit = found.begin(); hit != found.end(); ++hit) all.push_back(hit.get_weight());
  return all;
}

TEST(Bm25WeightTest, IsThatOfXapianWhereNoDocumentIsAPlaceholder) {
  const Xapian::Database database = database_of(kTexts);
  const std::vector<double> ours = scores(database, Bm25Weight(1.2, 0.75, 0));
  const std::vector<double> stock = scores(database, Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
  ASSERT_EQ(ours.size(), 3u);
  ASSERT_EQ(ours.size(), stock.size());
  for (std::size_t i = 0; i < ours.size(); ++i) EXPECT_NEAR(ours[i], stock[i], 1e-12);
}

TEST(Bm25WeightTest, APlaceholderChangesNoScore) {
  const std::vector<double> fresh = scores(database_of(kTexts), Bm25Weight(1.2, 0.75, 0));
  std::vector<std::string> texts = kTexts;
  texts.push_back("то, чего больше нет");
  Xapian::WritableDatabase database = database_of(texts);
  leave_placeholder(database, static_cast<Xapian::docid>(texts.size()));
  const std::vector<double> ours = scores(database, Bm25Weight(1.2, 0.75, 1));
  ASSERT_EQ(ours.size(), fresh.size());
  for (std::size_t i = 0; i < ours.size(); ++i) EXPECT_NEAR(ours[i], fresh[i], 1e-12);
}

}  // namespace
}  // namespace dragoman
