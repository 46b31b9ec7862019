#include "term_counts.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(TermCounts, AreAskedOfTheIndexOnce) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const auto add = [&database](const char* term) {
    Xapian::Document document;
    document.add_term(term);
    database.add_document(document);
  };
  add("мир");
  add("мир");
  add(kPlaceholderTerm);
  TermCounts counts;
  EXPECT_EQ(counts.of(database, "мир"), 2u);
  EXPECT_EQ(counts.of(database, "нигде"), 0u);
  EXPECT_EQ(counts.documents(database), 2u);
  add("мир");
  EXPECT_EQ(counts.of(database, "мир"), 2u);
  EXPECT_EQ(TermCounts().of(database, "мир"), 3u);
}

}  // namespace
}  // namespace dragoman
