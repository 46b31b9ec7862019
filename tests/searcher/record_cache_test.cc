#include "record_cache.h"

#include <gtest/gtest.h>

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
    std::vector<std::string> positions;
    if (const std::vector<std::uint32_t> places = places_of(i); !places.empty())
      positions = encode_positions({{"слово", places}});
    Xapian::Document document;
    put_records({}, positions, document);
    database.add_document(document);
  }
  return database;
}

TEST(RecordCacheTest, GivesTheRecordsOfEachDocumentInAnyOrder) {
  const Xapian::WritableDatabase database = make_database();
  RecordCache records(database);
  for (Xapian::docid step = 0; step < 3 * kAll; ++step) {
    const Xapian::docid document = step * 389 % kAll + 1;
    for (int twice = 0; twice < 2; ++twice)
      EXPECT_EQ(records.of(document).positions().find({"слово"}), places_of(document)) << document;
  }
}

TEST(RecordCacheTest, ReadsWhatIsAskedForOnce) {
  const Xapian::WritableDatabase database = make_database();
  RecordCache records(database);
  EXPECT_TRUE(records.of(1).positions().has("слово"));
  const std::size_t first = records.bytes_read();
  EXPECT_GT(first, 0u);
  EXPECT_TRUE(records.of(1).positions().has("слово"));
  EXPECT_EQ(records.bytes_read(), first);
  EXPECT_TRUE(records.of(2).positions().has("слово"));
  EXPECT_GT(records.bytes_read(), first);
}

}  // namespace
}  // namespace dragoman
