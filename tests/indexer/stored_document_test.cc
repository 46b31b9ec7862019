#include "dragoman/stored_document.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

Result<StoredDocument> decoded(const EncodedDocument& encoded) {
  return decode_stored(encoded.record,
                       [pieces = encoded.pieces](std::size_t piece) { return pieces.at(piece); });
}

Document long_document() {
  Document document;
  document.id = "d1";
  document.title = "Саммит";
  document.date = "2016-11-24";
  document.lang = "ru";
  document.url = "https://example.org/1";
  document.source = "TASS";
  document.symbol = "A/71/1";
  document.type = "news";
  document.extra = {{"country", "Armenia"}};
  for (int i = 0; i < 12000; ++i) document.body += i % 7 == 0 ? "a" : i % 5 == 0 ? "集" : "я";
  return document;
}

TEST(StoredDocument, GivesBackEverything) {
  const Document document = long_document();
  const std::vector<StoredSentence> sentences = {
      {1, 0, 12, true}, {5, 0, 100, false}, {90, 101, 400, false}};
  const StoredEntities entities{{"csto", "un"}, {"A/RES/71/12"}, {"rashid-alimov"}, {"au"}};
  const std::vector<StoredMention> mentions = {{1, 1, 0}, {7, 2, 2}, {90, 3, 1}};
  const Result<StoredDocument> stored =
      decoded(encode_stored(document, entities, mentions, sentences));
  ASSERT_TRUE(stored) << stored.error().message;
  EXPECT_EQ(stored->metadata.id, "d1");
  EXPECT_EQ(stored->metadata.title, document.title);
  EXPECT_EQ(stored->metadata.type, "news");
  EXPECT_EQ(stored->metadata.extra, document.extra);
  EXPECT_EQ(stored->metadata.body, "");
  EXPECT_EQ(stored->entities.organizations, entities.organizations);
  EXPECT_EQ(stored->entities.symbols, entities.symbols);
  ASSERT_EQ(stored->mentions().size(), 3u);
  EXPECT_EQ(stored->mentions()[1].position, 7u);
  EXPECT_EQ(stored->mentions()[1].tokens, 2u);
  EXPECT_EQ(stored->mentions()[1].entity, 2u);
  EXPECT_TRUE(stored->is_sound());
  ASSERT_EQ(stored->sentences.size(), 3u);
  EXPECT_TRUE(stored->sentences[0].in_title);
  EXPECT_EQ(stored->sentences[2].position, 90u);
  EXPECT_EQ(stored->sentences[2].begin, 101u);
  EXPECT_EQ(stored->sentences[2].end, 400u);
  EXPECT_EQ(stored->body_bytes, document.body.size());
}

TEST(StoredDocument, GivesAnyPartOfTheBody) {
  const Document document = long_document();
  const auto size = static_cast<std::uint32_t>(document.body.size());
  const Result<StoredDocument> stored = decoded(encode_stored(document, {}, {}, {}));
  ASSERT_TRUE(stored);
  EXPECT_EQ(*stored->body(0, UINT32_MAX), document.body);
  for (std::uint32_t at = 0; at < size; at += 997) {
    EXPECT_EQ(*stored->body(at, at + 500), document.body.substr(at, 500));
    std::uint32_t points = 0;
    for (std::uint32_t i = 0; i < at; ++i) points += (document.body[i] & 0xC0) != 0x80;
    EXPECT_EQ(*stored->code_points_before(at), points);
  }
  EXPECT_EQ(*stored->code_points_before(UINT32_MAX), 12000u);
  EXPECT_EQ(*stored->body(10, 5), "");
  EXPECT_EQ(*stored->body(size, size + 10), "");
}

TEST(StoredDocument, GivesPartsInAnyOrderAndOfACopyToo) {
  Document document = long_document();
  document.body += document.body + document.body;  // pieces, several
  const auto size = static_cast<std::uint32_t>(document.body.size());
  const Result<StoredDocument> stored = decoded(encode_stored(document, {}, {}, {}));
  ASSERT_TRUE(stored);
  for (const std::uint32_t at : {size - 100, 0u, size / 2, size - 200, 10u}) {
    EXPECT_EQ(*stored->body(at, at + 50), document.body.substr(at, 50));
    const StoredDocument copy = *stored;
    EXPECT_EQ(*copy.body(at, at + 50), document.body.substr(at, 50));
    EXPECT_EQ(*copy.code_points_before(size), 36000u);
  }
}

TEST(StoredDocument, EmptyBody) {
  const Result<StoredDocument> stored = decoded(encode_stored({}, {}, {}, {}));
  ASSERT_TRUE(stored);
  EXPECT_EQ(*stored->body(0, 10), "");
  EXPECT_EQ(*stored->code_points_before(3), 0u);
}

TEST(StoredDocument, ReadsOnlyThePiecesThatAreAskedFor) {
  Document document = long_document();
  for (int i = 0; i < 3; ++i) document.body += document.body;
  const EncodedDocument encoded = encode_stored(document, {}, {}, {});
  ASSERT_GT(encoded.pieces.size(), 4u);
  EXPECT_LT(encoded.record.size(), 200u);
  std::vector<std::size_t> read;
  const Result<StoredDocument> stored = decode_stored(encoded.record, [&](std::size_t piece) {
    read.push_back(piece);
    return encoded.pieces[piece];
  });
  ASSERT_TRUE(stored);
  const auto last = static_cast<std::uint32_t>(document.body.size()) - 10;
  EXPECT_EQ(*stored->body(last, UINT32_MAX), document.body.substr(last));
  EXPECT_EQ(read, std::vector<std::size_t>{encoded.pieces.size() - 1});
}

TEST(StoredDocument, TellsOfAPieceThatIsMissingOrAnother) {
  Document document = long_document();
  document.body += document.body + document.body;
  const EncodedDocument encoded = encode_stored(document, {}, {}, {});
  const Result<StoredDocument> lost = decode_stored(encoded.record);
  ASSERT_TRUE(lost);
  EXPECT_EQ(lost->body(0, 10).error().code, Errc::kCorrupt);
  const Result<StoredDocument> mixed = decode_stored(
      encoded.record, [&](std::size_t) { return std::string(encoded.pieces[0].size(), 'x'); });
  EXPECT_EQ(mixed->body(0, 10).error().code, Errc::kCorrupt);
}

TEST(StoredDocument, DamageIsToldNotFollowed) {
  const std::string good =
      encode_stored(long_document(), {{"un"}, {}, {}, {}}, {{1, 1, 0}}, {{1, 0, 12, true}}).record;
  EXPECT_FALSE(decode_stored(""));
  for (std::size_t bytes = 0; bytes < good.size(); bytes += 13) {
    EXPECT_FALSE(decode_stored(good.substr(0, bytes))) << bytes;
  }
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    const Result<StoredDocument> stored = decode_stored(bad);
    if (!stored) continue;
    (void)stored->body(0, UINT32_MAX);  // an error or a text, no crash
    (void)stored->is_sound();
  }
}

}  // namespace
}  // namespace dragoman
