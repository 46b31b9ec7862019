#include "file_facts.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "file_record.h"
#include "id_ticks.h"
#include "support/temporary_folder.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

class FileFactsTest : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_.path(name)) << text;
    return folder_.path(name);
  }

  TemporaryFolder folder_;
};

TEST_F(FileFactsTest, ARewrittenFileShowsItOrIsNotSettled) {
  const std::string path = write("а.txt", "один");
  const std::int64_t at = nanoseconds_now();
  const std::optional<FileFacts> before = facts_of(path);
  ASSERT_TRUE(before);
  EXPECT_EQ(before->size, 8u);
  EXPECT_FALSE(is_settled(*before, at));
  EXPECT_TRUE(is_settled(*before, at + 10'000'000'000));
  const std::string hash = *hash_of_file(path);
  write("а.txt", "года");
  EXPECT_NE(*hash_of_file(path), hash);
  write("а.txt", "один");
  EXPECT_EQ(*hash_of_file(path), hash);
}

TEST_F(FileFactsTest, HashesWhatIsLongerThanABlock) {
  std::string text(5u << 20u, 'x');
  const std::string whole = *hash_of_file(write("long", text));
  text[4u << 20u] = 'y';
  EXPECT_NE(*hash_of_file(write("long", text)), whole);
  EXPECT_EQ(whole.size(), 16u);
}

TEST_F(FileFactsTest, OnlyRegularFilesHaveFacts) {
  EXPECT_FALSE(facts_of(folder_.path().string()));
  EXPECT_FALSE(facts_of(folder_.path("нет")));
  EXPECT_FALSE(hash_of_file(folder_.path("нет")));
  EXPECT_TRUE(is_gone(folder_.path("нет")));
  EXPECT_TRUE(is_gone(folder_.path("нет/там")));
  EXPECT_FALSE(is_gone(folder_.path().string()));
}

TEST_F(FileFactsTest, PathsStartAtTheRoot) {
  EXPECT_EQ(absolute_path("/a/./b/../c/"), "/a/c");
  EXPECT_EQ(absolute_path("/"), "/");
  EXPECT_EQ(absolute_path("x"), (fs::current_path() / "x").string());
  EXPECT_EQ(absolute_path("./x/"), absolute_path("x"));
}

TEST(FileRecordTest, IsReadBackAsWritten) {
  FileRecord record;
  record.path = "/дамп/файл:3.jsonl";
  record.name = "файл:3.jsonl";
  record.reading = "auto\n12:";
  record.hash = std::string("\0\n:\xFF", 4);
  record.facts = {UINT64_MAX, 12, -1, 1'700'000'000'000'000'000};
  record.documents = 17;
  record.complete = record.named = record.stale = true;
  record.notes = {{"skipped файл:2: malformed JSON", true}, {"warning: windows-1251", false}};
  const std::optional<FileRecord> read = decode_record(encode_record(record));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->path, record.path);
  EXPECT_EQ(read->name, record.name);
  EXPECT_EQ(read->reading, record.reading);
  EXPECT_EQ(read->hash, record.hash);
  EXPECT_EQ(read->facts, record.facts);
  EXPECT_EQ(read->documents, 17u);
  EXPECT_TRUE(read->complete && read->named && read->stale);
  EXPECT_FALSE(read->settled || read->shared);
  ASSERT_EQ(read->notes.size(), 2u);
  EXPECT_EQ(read->notes[0].words, record.notes[0].words);
  EXPECT_TRUE(read->notes[0].skipped);
  EXPECT_EQ(read->notes[1].words, record.notes[1].words);
  EXPECT_FALSE(read->notes[1].skipped);
}

TEST(FileRecordTest, DamageIsNoticed) {
  const std::string good = encode_record({});
  EXPECT_TRUE(decode_record(good));
  for (const std::string& bytes :
       {std::string(), std::string("3:a"), good.substr(0, good.size() / 2),
        std::string("999999999999999999999:x"), good + "7:x", std::string("\xFF\xFF")}) {
    EXPECT_FALSE(decode_record(bytes)) << bytes;
  }
}

TEST(IdTicksTest, KnowsWhatWasNotMetAgain) {
  IdTicks ids({5, 3, 5, 9});
  EXPECT_FALSE(ids.all_ticked());
  EXPECT_TRUE(ids.tick(5));
  EXPECT_TRUE(ids.tick(5));
  EXPECT_FALSE(ids.tick(4));
  EXPECT_TRUE(ids.left_unticked(3));
  EXPECT_FALSE(ids.left_unticked(5));
  EXPECT_FALSE(ids.left_unticked(4));
  ids.tick(3);
  ids.tick(9);
  EXPECT_TRUE(ids.all_ticked());
  EXPECT_TRUE(IdTicks().all_ticked());
}

}  // namespace
}  // namespace dragoman
