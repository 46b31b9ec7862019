#include "document_groups.h"

#include <string>

#include <gtest/gtest.h>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

TEST(DocumentGroups, AreTheValuesOfTheSlotInAnyOrder) {
  constexpr Xapian::docid kDocuments = 3000;
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const auto value = [](Xapian::docid number) {
    return "коп" + std::to_string(10 + number / 70);  // eight bytes
  };
  for (Xapian::docid number = 1; number <= kDocuments; ++number) {
    Xapian::Document document;
    if (number % 7 == 0) document.add_value(kGroupSlot, value(number));
    database.add_document(document);
  }
  DocumentGroups groups(database);
  for (const Xapian::docid step : {1001u, 3u, 1u}) {
    for (Xapian::docid number = kDocuments; number >= step; number -= step) {
      const GroupKey expected = number % 7 == 0 ? group_key(value(number)) : kNoGroup;
      EXPECT_EQ(groups.of(number), expected) << number;
    }
  }
  EXPECT_NE(groups.of(7), kNoGroup);
  EXPECT_NE(groups.of(7), groups.of(70));
}

TEST(DocumentGroups, AreSharedWhereADocumentIsACopy) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const auto add = [&database](const std::string& group, bool is_copy) {
    Xapian::Document document;
    if (!group.empty()) document.add_value(kGroupSlot, group);
    if (is_copy) document.add_boolean_term(make_term(kGroupPrefix, group));
    return database.add_document(document);
  };
  const Xapian::docid first = add("комм", false), alone = add("речь", false),
                      copy = add("комм", true), unknown = add("", false);
  DocumentGroups groups(database);
  EXPECT_TRUE(groups.has_copies(first));
  EXPECT_TRUE(groups.has_copies(copy));
  EXPECT_TRUE(groups.has_copies(first));  // as it is kept
  EXPECT_FALSE(groups.has_copies(alone));
  EXPECT_FALSE(groups.has_copies(unknown));
}

TEST(DocumentGroups, AreNoneInAnEmptyIndex) {
  const Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  EXPECT_EQ(DocumentGroups(database).of(0), kNoGroup);
}

}  // namespace
}  // namespace dragoman
