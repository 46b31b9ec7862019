#include <gmock/gmock.h>

#include "support/archives.h"
#include "support/bytes.h"
#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ArchiveReaderTest : public ReadingTest {};

const Members kMembers = {{"a.txt", "Саммит ОДКБ\n\nВ Ереване.\n"},
                          {"b/д.jsonl", "{\"body\":\"ШОС\"}\n{\"id\":\"x\",\"body\":\"СНГ\"}\n"},
                          {".hidden", "тайна"}};

class ArchiveFormatTest : public ReadingTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(ArchiveFormatTest, ReadsEachMemberByItsFormat) {
  const Collected got = read("архив", make_archive(GetParam(), kMembers));
  ASSERT_EQ(got.documents.size(), 3u);
  EXPECT_EQ(got.documents[0].title, "Саммит ОДКБ");
  EXPECT_THAT(got.documents[0].id, EndsWith("/архив/a.txt"));
  EXPECT_EQ(got.documents[1].body, "ШОС");
  EXPECT_THAT(got.documents[1].id, EndsWith("#1"));
  EXPECT_EQ(got.documents[2].id, "x");
  EXPECT_THAT(got.skips, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, ArchiveFormatTest,
                         ::testing::Values("pax", "ustar", "zip", "7zip", "cpio"));

TEST_F(ArchiveReaderTest, ReadsACompressedArchive) {
  EXPECT_EQ(read("а.tar.gz", gzip(make_archive("pax", kMembers))).documents.size(), 3u);
}

TEST_F(ArchiveReaderTest, ReadsArchivesInArchivesUpToALimit) {
  std::string inner = make_archive("zip", {{"т.txt", "ШОС"}});
  EXPECT_THAT(read("1.tar", make_archive("pax", {{"2.zip", inner}})).only().id,
              EndsWith("/1.tar/2.zip/т.txt"));
  for (int i = 0; i < 8; ++i) inner = make_archive("zip", {{"i.zip", inner}});
  EXPECT_EQ(read("a.zip", inner).reason(), "packed too many times over");
}

TEST_F(ArchiveReaderTest, WritesNothingWhateverTheNames) {
  const Collected got =
      read("а/б/a.zip", make_archive("zip", {{"../../evil.txt", "ШОС"}, {"/etc/x\ny", "СНГ"}}));
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_THAT(got.documents[1].id, EndsWith("x%0Ay"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path("evil.txt")));
}

TEST_F(ArchiveReaderTest, TellsOfADamagedArchiveAndKeepsWhatCameBefore) {
  std::string tar = make_archive("ustar", {{"a.txt", "ШОС"}, {"b.txt", std::string(5000, 'x')}});
  tar.resize(2500);
  const Collected got = read("a.tar", tar);
  ASSERT_GE(got.documents.size(), 1u);
  EXPECT_EQ(got.documents[0].body, "ШОС");
  EXPECT_FALSE(got.skips.empty());
}

TEST_F(ArchiveReaderTest, SkipsAMemberLargerThanTheLimit) {
  const Collected got =
      read("a.zip", make_archive("zip", {{"big.txt", std::string(100000, 'x')}, {"b.txt", "ШОС"}}),
           {.max_bytes = 50000});
  EXPECT_EQ(got.only().body, "ШОС");
  EXPECT_THAT(got.skips.at(0).reason, HasSubstr("--max-size"));
}

TEST_F(ArchiveReaderTest, AppliesAForcedFormatToTheMembers) {
  const Document d =
      read("a.zip", make_archive("zip", {{"x", "<p>ШОС</p>"}}), {.format = "text"}).only();
  EXPECT_EQ(d.body, "<p>ШОС</p>");
}

TEST_F(ArchiveReaderTest, StopsWhenTheSinkWantsNoMore) {
  Collected got;
  got.stop_after = 1;
  read_inputs({write("a.zip", make_archive("zip", {{"a", "а"}, {"b", "б"}}))}, {}, got);
  EXPECT_EQ(got.documents.size(), 1u);
}

}  // namespace
}  // namespace dragoman
