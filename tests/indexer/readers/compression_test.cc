// Compressed inputs are unpacked while they are read.
#include <gmock/gmock.h>

#include "support/bytes.h"
#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::HasSubstr;

class CompressionTest : public ReadingTest {};

TEST_F(CompressionTest, UnpacksGzipAndFindsTheFormatWithin) {
  const Document document =
      read("д.jsonl.gz", gzip("{\"id\":\"д1\",\"body\":\"саммит ОДКБ\"}\n")).only();
  EXPECT_EQ(document.id, "д1");
  EXPECT_EQ(document.body, "саммит ОДКБ");
}

TEST_F(CompressionTest, ReadsAllMembersOfAGzipFileAndNoPadding) {
  const std::string two = gzip("Саммит ") + gzip("ОДКБ") + std::string(512, '\0');
  EXPECT_EQ(read("т.gz", two).only().body, "Саммит ОДКБ");
}

TEST_F(CompressionTest, GivesWhatStandsBeforeTheDamage) {
  std::string lines;
  for (int i = 0; i < 2000; ++i)
    lines += "{\"body\":\"резолюция " + std::to_string(i * 7919) + "\"}\n";
  std::string packed = gzip(lines);
  packed.resize(packed.size() / 2);
  const Collected got = read("д.jsonl.gz", packed);
  EXPECT_GT(got.documents.size(), 500u);
  EXPECT_THAT(got.skips.back().reason, HasSubstr("the gzip data end too early"));
}

TEST_F(CompressionTest, UnpacksWhatIsPackedTwice) {
  EXPECT_EQ(read("т.txt.gz.gz", gzip(gzip("ШОС"))).only().body, "ШОС");
}

TEST_F(CompressionTest, IsNotLedOnByManyCompressionsInOneAnother) {
  std::string packed = "ШОС";
  for (int i = 0; i < 10; ++i) packed = gzip(packed);
  EXPECT_EQ(read("т.gz", packed).reason(), "packed too many times over");
}

TEST_F(CompressionTest, StopsAtABomb) {
  std::string zeros(64u << 20u, ' ');
  zeros += "x";
  const Collected got = read("бомба.txt.gz", gzip(zeros), {.max_bytes = 1u << 20u});
  EXPECT_EQ(got.reason(), "larger than --max-size (1 MB)");
}

// "ОДКБ\n", packed by the usual programs.
TEST_F(CompressionTest, UnpacksXzZstdBzip2AndLz4) {
  if (!DRAGOMAN_HAS_ARCHIVES) GTEST_SKIP() << "built without libarchive";
  for (const char* hex : {"fd377a585a000004e6d6b4460200210116000000742fe5a3010008d09ed094d09ad0910a"
                          "00000000a7d118d6ce2c"
                          "d5f6000121096c18c5d51fb6f37d010000000004595a",
                          "28b52ffd2409490000d09ed094d09ad0910adc7b0490",
                          "425a68393141592653594737b29d0000044022001024114000200021a699a0c01895030b"
                          "b9229c2848239bd94e80",
                          "04224d186440a709000080d09ed094d09ad0910a00000000a7c34ae1"}) {
    EXPECT_EQ(read("т", from_hex(hex)).only().body, "ОДКБ\n") << hex;
  }
}

}  // namespace
}  // namespace dragoman
