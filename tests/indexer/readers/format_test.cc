#include "readers/format.h"

#include "support/reading.h"

namespace dragoman {
namespace {

class FormatTest : public ReadingTest {};

struct HoldsNothing {
  const char* name;
  std::string content;
  const char* format = "auto";
};

// Found by fuzzing: nothing was said of these, as if they had not been there.
TEST_F(FormatTest, TellsOfAnInputThatHoldsNothing) {
  const HoldsNothing kInputs[] = {
      {"таблица.csv", "заголовок,title,body\n"},
      {"ящик.mbox", "From а Thu Nov 24 13:44:05 2016\n", "mbox"},
      {"только снимок.eml",
       "From: a@example.org\nMIME-Version: 1.0\nContent-Type: image/png\n\n\x89PNG\n"},
#ifdef DRAGOMAN_WITH_ARCHIVES
      {"пустой.zip", std::string("PK\5\6", 4) + std::string(18, '\0')},
      {"оборванный.zip", "PK\5\6"},
#endif
  };
  for (const HoldsNothing& input : kInputs) {
    SCOPED_TRACE(input.name);
    const Collected got = read(input.name, input.content, {.format = input.format});
    EXPECT_TRUE(got.documents.empty());
    EXPECT_FALSE(got.reason().empty());
  }
}

}  // namespace
}  // namespace dragoman
