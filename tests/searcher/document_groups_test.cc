#include "document_groups.h"

#include <string>

#include <gtest/gtest.h>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

TEST(DocumentGroups, AreTheValuesOfTheSlotInAnyOrder) {
  constexpr Xapian::docid kDocuments = 3000;
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid number = 1; number <= kDocuments; ++number) {
    Xapian::Document document;
    if (number % 7 == 0) document.add_value(kGroupSlot, "группа " + std::to_string(number / 70));
    database.add_document(document);
  }
  DocumentGroups groups(database);
  for (const Xapian::docid step : {1001u, 3u, 1u}) {
    for (Xapian::docid number = kDocuments; number >= step; number -= step) {
      const std::string expected =
          number % 7 == 0 ? "группа " + std::to_string(number / 70) : std::string();
      EXPECT_EQ(groups.of(number), expected) << number;
    }
  }
}

TEST(DocumentGroups, AreNoneInAnEmptyIndex) {
  const Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  EXPECT_EQ(DocumentGroups(database).of(0), "");
}

}  // namespace
}  // namespace dragoman
