#include "document_positions.h"

#include <gtest/gtest.h>

#include "document_slots.h"

namespace dragoman {
namespace {

constexpr Xapian::docid kAll = 1000;

// The places of "слово" in a document; each hundredth document is long, each seventh has none.
std::vector<std::uint32_t> places_of(Xapian::docid document) {
  std::vector<std::uint32_t> places;
  const std::uint32_t count = document % 100 == 0 ? 40'000 : 3;
  for (std::uint32_t i = 0; i < count && document % 7 != 0; ++i) places.push_back(i * 9 + document);
  return places;
}

Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid i = 1; i <= kAll; ++i) {
    Xapian::Document document;
    if (const std::vector<std::uint32_t> places = places_of(i); !places.empty())
      put_positions(encode_positions({{"слово", places}}), document);
    database.add_document(document);
  }
  return database;
}

TEST(DocumentPositionsTest, GivesTheTableOfEachDocumentInAnyOrder) {
  const Xapian::WritableDatabase database = make_database();
  DocumentPositions positions(database);
  for (Xapian::docid step = 0; step < 3 * kAll; ++step) {
    const Xapian::docid document = step * 389 % kAll + 1;
    for (int twice = 0; twice < 2; ++twice)
      EXPECT_EQ(positions.of(document).find({"слово"}), places_of(document)) << document;
  }
}

TEST(DocumentPositionsTest, ReadsWhatIsAskedForOnce) {
  const Xapian::WritableDatabase database = make_database();
  DocumentPositions positions(database);
  const PositionTable table = positions.of(1);
  const std::size_t first = positions.bytes_read();
  EXPECT_GT(first, 0u);
  EXPECT_TRUE(table.has("слово"));
  (void)positions.of(1);
  EXPECT_EQ(positions.bytes_read(), first);
  (void)positions.of(2).has("слово");
  EXPECT_GT(positions.bytes_read(), first);
}

}  // namespace
}  // namespace dragoman
