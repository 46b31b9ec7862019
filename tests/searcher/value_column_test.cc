#include "value_column.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

constexpr Xapian::valueno kSlot = 3;

// Some without a value.
Xapian::WritableDatabase make_database(Xapian::docid documents, unsigned different) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid i = 1; i <= documents; ++i) {
    Xapian::Document document;
    if (i % 5 != 0) document.add_value(kSlot, "год " + std::to_string(i * 7 % different));
    database.add_document(document);
  }
  return database;
}

TEST(ValueColumnTest, NumbersTheValuesOfDocumentsInAnyOrder) {
  const Xapian::WritableDatabase database = make_database(3000, 41);
  ValueColumn column(database, kSlot);
  for (Xapian::docid step = 0; step < 3000; ++step) {
    const Xapian::docid document = step * 389 % 3000 + 1;
    const std::string value = database.get_document(document).get_value(kSlot);
    EXPECT_EQ(column.values()[column.of(document)], value) << document;
    EXPECT_EQ(column.of(document) == ValueColumn::kNoValue, value.empty()) << document;
  }
  EXPECT_EQ(column.values().size(), 1u + 41u);
}

TEST(ValueColumnTest, LeavesValuesUnnumberedThatAreTooMany) {
  constexpr Xapian::docid kDocuments = 100'000;
  const Xapian::WritableDatabase database = make_database(kDocuments, kDocuments);
  ValueColumn column(database, kSlot);
  Xapian::docid unnumbered = 0;
  for (Xapian::docid document = 1; document <= kDocuments; ++document) {
    const ValueColumn::Number number = column.of(document);
    if (number == ValueColumn::kUnnumbered) {
      ++unnumbered;
    } else {
      ASSERT_EQ(column.values().at(number), database.get_document(document).get_value(kSlot));
    }
  }
  EXPECT_EQ(column.values().size(), std::size_t{ValueColumn::kUnnumbered});
  EXPECT_EQ(unnumbered, kDocuments * 4 / 5 - (ValueColumn::kUnnumbered - 1));
}

TEST(ValueColumnTest, OfAnEmptyShardThereIsNothing) {
  const Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  ValueColumns columns(database);
  EXPECT_EQ(columns.of(kSlot).of(0), ValueColumn::kNoValue);
  EXPECT_EQ(&columns.of(kSlot), &columns.of(kSlot));
}

}  // namespace
}  // namespace dragoman
