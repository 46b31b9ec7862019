#include "document_records.h"

#include <random>

#include <gtest/gtest.h>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

const std::vector<std::uint32_t> kPlaces = {3, 17};

// Text that cannot be packed into fewer bytes.
std::string long_text(std::size_t bytes) {
  std::mt19937 random(5);
  std::string text;
  while (text.size() < bytes) text += static_cast<char>('0' + random() % 64);
  return text;
}

Xapian::Document document_of(const std::string& body, const std::vector<std::string>& positions) {
  Document document;
  document.id = "речь-1";
  document.body = body;
  Xapian::Document made;
  put_records(encode_stored(document, {}, {}, {}), positions, made);
  return made;
}

struct RecordCase {
  const char* name;
  std::string body;
  bool shares_a_slot;
};

class DocumentRecordsTest : public testing::TestWithParam<RecordCase> {};

TEST_P(DocumentRecordsTest, GivesWhatWasPut) {
  const RecordCase& at = GetParam();
  for (const bool has_terms : {true, false}) {
    const std::vector<std::string> positions =
        has_terms ? encode_positions({{"встреча", kPlaces}}) : std::vector<std::string>();
    const Xapian::Document document = document_of(at.body, positions);
    EXPECT_EQ(document.get_value(kStoredSlot).empty(), at.shares_a_slot);
    DocumentRecords records(document);
    EXPECT_EQ(records.positions().find({"встреча"}),
              has_terms ? kPlaces : std::vector<std::uint32_t>());
    const Result<StoredDocument> stored = records.stored();
    ASSERT_TRUE(stored) << stored.error().message;
    EXPECT_EQ(stored->metadata.id, "речь-1");
    EXPECT_EQ(*stored->body(0, stored->body_bytes), at.body);
  }
}

INSTANTIATE_TEST_SUITE_P(, DocumentRecordsTest,
                         testing::Values(RecordCase{"Empty", "", true},
                                         RecordCase{"Short", "Встреча прошла в Душанбе.", true},
                                         RecordCase{"Longer", long_text(4'000), false},
                                         RecordCase{"InPieces", long_text(100'000), true}),
                         [](const auto& one) { return one.param.name; });

TEST(DocumentRecords, ReadNothingFromADamagedSlot) {
  for (const std::string& damaged : {std::string(), std::string("\x7f"), std::string("\xff\xff")}) {
    Xapian::Document document = document_of("Встреча", encode_positions({{"встреча", kPlaces}}));
    document.add_value(kRecordsSlot, damaged);
    DocumentRecords records(document);
    EXPECT_TRUE(records.positions().find({"встреча"}).empty());
    EXPECT_FALSE(records.stored());
  }
}

TEST(DocumentRecords, TellWhatTheyRead) {
  std::size_t bytes = 0;
  DocumentRecords records(document_of("Встреча", encode_positions({{"встреча", kPlaces}})), &bytes);
  EXPECT_EQ(bytes, 0u);
  (void)records.positions();
  const std::size_t places = bytes;
  EXPECT_GT(places, 0u);
  (void)records.stored();
  EXPECT_EQ(bytes, places);
}

}  // namespace
}  // namespace dragoman
