#include "dragoman/indexer/reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace dragoman {
namespace {

struct Collected : DocumentSink {
  bool document(Document d) override {
    documents.push_back(std::move(d));
    return true;
  }
  void skipped(Skipped s) override { skips.push_back(std::move(s)); }
  void advanced(std::uint64_t) override {}
  std::vector<Document> documents;
  std::vector<Skipped> skips;
};

class ReaderTest : public ::testing::Test {
 protected:
  ReaderTest() { std::filesystem::create_directories(folder_); }
  ~ReaderTest() override { std::filesystem::remove_all(folder_); }

  Collected read(const std::string& name, const std::string& content) {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << content;
    Collected collected;
    read_inputs({path}, {}, collected);
    return collected;
  }

  std::filesystem::path folder_ =
      std::filesystem::path(::testing::TempDir()) / ::testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(ReaderTest, ReadsJsonLinesAndTellsTheNumberOfABadOne) {
  const Collected got = read("d.jsonl", "{\"id\":\"д1\",\"body\":\"саммит ОДКБ\",\"страна\":\"РФ\"}\nбеда\n{\"body\":\"x\"}");
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_EQ(got.documents[0].id, "д1");
  EXPECT_EQ(got.documents[0].extra[0].value, "РФ");
  EXPECT_TRUE(got.documents[1].id.ends_with("d.jsonl#3"));
  ASSERT_EQ(got.skips.size(), 1u);
  EXPECT_EQ(got.skips[0].line, 2u);
}

TEST_F(ReaderTest, TakesTheFirstLineOfATextForItsTitle) {
  const Collected got = read("t.txt", "Саммит ОДКБ\n\nВ Ереване.\n");
  ASSERT_EQ(got.documents.size(), 1u);
  EXPECT_EQ(got.documents[0].title, "Саммит ОДКБ");
  EXPECT_EQ(got.documents[0].body, "В Ереване.\n");
}

TEST_F(ReaderTest, TellsWhyAnInputIsSkipped) {
  EXPECT_EQ(read("empty", "").skips.at(0).reason, "empty");
  Collected missing;
  read_inputs({"нет такого"}, {}, missing);
  EXPECT_EQ(missing.skips.at(0).reason, "no such file or directory");
}

TEST_F(ReaderTest, ReplacesIllFormedUtf8) {
  EXPECT_EQ(read("bad", "CSTO \xC3\x28 end").documents.at(0).body, "CSTO \xEF\xBF\xBD( end");
}

}  // namespace
}  // namespace dragoman
