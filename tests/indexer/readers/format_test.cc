#include "readers/format.h"

#include "support/reading.h"

namespace dragoman {
namespace {

struct HoldsNothing {
  const char* name;
  std::string content;
  const char* format = "auto";
};

class FormatTest : public ReadingTest {
 protected:
  void expect_told(const HoldsNothing& input) {
    SCOPED_TRACE(input.name);
    const Collected got = read(input.name, input.content, {.format = input.format});
    EXPECT_TRUE(got.documents.empty());
    EXPECT_FALSE(got.reason().empty());
  }
};

// Found by fuzzing: nothing was said of these, as if they had not been there.
TEST_F(FormatTest, TellsOfAFileThatHoldsNothing) {
  expect_told({"таблица.csv", "заголовок,title,body\n"});
  expect_told({"ящик.mbox", "From а Thu Nov 24 13:44:05 2016\n", "mbox"});
  expect_told({"только снимок.eml",
               "From: a@example.org\nMIME-Version: 1.0\nContent-Type: image/png\n\n\x89PNG\n"});
}

TEST_F(FormatTest, TellsOfAnArchiveThatHoldsNothing) {
  if (!DRAGOMAN_HAS_ARCHIVES) GTEST_SKIP() << "built without libarchive";
  expect_told({"пустой.zip", "PK\5\6" + std::string(18, '\0')});
  expect_told({"оборванный.zip", "PK\5\6"});
}

}  // namespace
}  // namespace dragoman
