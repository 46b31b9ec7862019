#include "document_positions.h"

#include <gtest/gtest.h>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

TEST(DocumentPositionsTest, GivesTheTableOfEachDocumentInAnyOrder) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const auto table_of = [](Xapian::docid document) {
    const bool large = document % 100 == 0;
    return std::string(large ? 100'000 : 10, static_cast<char>('a' + document % 26));
  };
  constexpr Xapian::docid kAll = 1000;
  for (Xapian::docid i = 1; i <= kAll; ++i) {
    Xapian::Document document;
    if (i % 7 != 0) document.add_value(kPositionsSlot, table_of(i));
    database.add_document(document);
  }
  DocumentPositions positions(database);
  for (Xapian::docid step = 0; step < 3 * kAll; ++step) {
    const Xapian::docid document = step * 389 % kAll + 1;
    for (int twice = 0; twice < 2; ++twice)
      EXPECT_EQ(positions.of(document), document % 7 != 0 ? table_of(document) : "") << document;
  }
}

}  // namespace
}  // namespace dragoman
