#include "term_checker.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(TermChecker, TellsTheDocumentsOfATermInAnyOrder) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid number = 1; number <= 300; ++number) {
    Xapian::Document document;
    document.add_term("мир");
    if (number % 7 == 0) document.add_term("ОДКБ");
    database.add_document(document);
  }
  TermChecker checker(database);
  for (const Xapian::docid step : {1u, 5u, 299u}) {
    for (Xapian::docid number = 1; number <= 300; number += step) {
      EXPECT_TRUE(checker.has("мир", number)) << number;
      EXPECT_EQ(checker.has("ОДКБ", number), number % 7 == 0) << number;
      EXPECT_FALSE(checker.has("нигде", number)) << number;
    }
  }
  EXPECT_FALSE(checker.has("мир", 301));
  EXPECT_TRUE(checker.has("мир", 300));  // behind the end, and back
}

}  // namespace
}  // namespace dragoman
