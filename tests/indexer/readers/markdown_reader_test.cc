#include <gmock/gmock.h>

#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;

class MarkdownReaderTest : public ReadingTest {};

TEST_F(MarkdownReaderTest, GivesTheTextWithoutItsMarks) {
  const Document d =
      read("д.md",
           "# Саммит *ОДКБ*\n\nГлавы [государств](http://пример.рф) **встре**тились\nв Ереване.\n\n"
           "- первый\n- второй\n\n| символ | дата |\n|---|---|\n| S/PV.88 | 31 декабря "
           "|\n\n<b>конец</b>\n")
          .only();
  EXPECT_EQ(d.title, "Саммит ОДКБ");
  EXPECT_EQ(d.body,
            "Главы государств встретились в "
            "Ереване.\n\nпервый\nвторой\n\nсимвол\tдата\nS/PV.88\t31 декабря\n\nконец");
}

TEST_F(MarkdownReaderTest, ReadsTheMetadataAtItsHead) {
  const Document d = read("д.md",
                          "---\ntitle: \"Саммит: итоги\"\ndate: 2016-11-24\nавтор: Иванов\n---\n# "
                          "Раздел\n\nТекст.\n")
                         .only();
  EXPECT_EQ(d.title, "Саммит: итоги");
  EXPECT_EQ(d.date, "2016-11-24");
  EXPECT_EQ(d.body, "Раздел\n\nТекст.");
  EXPECT_THAT(d.extra, ElementsAre(ExtraField{"автор", "Иванов"}));
}

TEST_F(MarkdownReaderTest, SurvivesHostileText) {
  read("д.md", std::string(200000, '['));
  read("д.md", std::string(200000, '>') + "ШОС");
  read("д.md", "---\n" + std::string(1000, '\n'));
}

}  // namespace
}  // namespace dragoman
