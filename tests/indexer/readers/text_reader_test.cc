// Plain text: headline, date line, body.
#include <gmock/gmock.h>

#include "readers/headline.h"
#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::HasSubstr;

struct Head {
  const char* text;
  const char* title;
  const char* date;
  const char* body;
};
class HeadlineTest : public ::testing::TestWithParam<Head> {};

TEST_P(HeadlineTest, FindsTitleAndDateAndLosesNothingOfTheBody) {
  const Headed got = split_headline(GetParam().text);
  EXPECT_EQ(got.title, GetParam().title);
  EXPECT_EQ(got.date, GetParam().date);
  EXPECT_EQ(got.body, GetParam().body);
}

INSTANTIATE_TEST_SUITE_P(
    All, HeadlineTest,
    ::testing::Values(
        Head{"Саммит ОДКБ\n\nВ Ереване.\n", "Саммит ОДКБ", "", "В Ереване.\n"},
        // The head of a page that was copied as text: a link back, the headline once more, the
        // date.
        Head{"Резолюция об ОДКБ\n\n« Back\n\nРезолюция об ОДКБ 24.11.2016 13:44\n\nПринята.\n",
             "Резолюция об ОДКБ", "2016-11-24T13:44",
             "« Back\n\nРезолюция об ОДКБ 24.11.2016 13:44\n\nПринята.\n"},
        Head{"« Назад\nСаммит ШОС в Ташкенте 24.11.2016\n\nЛидеры встретились.\n",
             "Саммит ШОС в Ташкенте", "2016-11-24", "« Назад\n\nЛидеры встретились.\n"},
        Head{"Главная » Новости » Мир\n24 ноября 2016, 13:44\nСаммит ШОС\n\nЛидеры встретились.\n",
             "Саммит ШОС", "2016-11-24T13:44",
             "Главная » Новости » Мир\n24 ноября 2016, 13:44\n\nЛидеры встретились.\n"},
        Head{"24.11.2016 13:44 Саммит ШОС\n\nЛидеры.\n", "Саммит ШОС", "2016-11-24T13:44",
             "Лидеры.\n"},
        // The date belongs to the words of the title.
        Head{"Resolution of 24 November 2016\n\nThe Council…\n", "Resolution of 24 November 2016",
             "", "The Council…\n"},
        Head{"Саммит ОДКБ\nОпубликовано: 24 ноября 2016 г.\nТекст.\n", "Саммит ОДКБ", "2016-11-24",
             "Опубликовано: 24 ноября 2016 г.\nТекст.\n"},
        Head{"CSTO summit opens\n\nYEREVAN, November 24, 2016 (TASS) – Leaders met.\n",
             "CSTO summit opens", "2016-11-24",
             "YEREVAN, November 24, 2016 (TASS) – Leaders met.\n"},
        Head{"峰会闭幕\n\n青岛，2018年6月10日（样本社）——峰会星期日闭幕。\n", "峰会闭幕",
             "2018-06-10", "青岛，2018年6月10日（样本社）——峰会星期日闭幕。\n"},
        Head{"峰会开幕\n\n新华社北京2016年11月24日电 峰会开幕。\n", "峰会开幕", "2016-11-24",
             "新华社北京2016年11月24日电 峰会开幕。\n"},
        Head{"قمة\n\nطشقند، 24 حزيران/يونيه 2016 (برقيات) - وقع القادة مذكرة.\n", "قمة",
             "2016-06-24", "طشقند، 24 حزيران/يونيه 2016 (برقيات) - وقع القادة مذكرة.\n"},
        Head{"Саммит\n\nТАШКЕНТ, 24 ноября 2016 г. /ТАСС/. Лидеры встретились.\n", "Саммит",
             "2016-11-24", "ТАШКЕНТ, 24 ноября 2016 г. /ТАСС/. Лидеры встретились.\n"},
        Head{"Resolution 2334 (2016)\n\nAdopted by the Security Council at its 7853rd meeting, "
             "on\n23 December 2016\n\nThe Security Council,\n",
             "Resolution 2334 (2016)", "2016-12-23",
             "Adopted by the Security Council at its 7853rd meeting, on\n23 December 2016\n\nThe "
             "Security Council,\n"},
        Head{"上合组织峰会\n2016年11月24日\n领导人在塔什干会晤。\n", "上合组织峰会", "2016-11-24",
             "2016年11月24日\n领导人在塔什干会晤。\n"},
        // A date in a sentence is not when it was published.
        Head{"Саммит\n\nОни встретились 24 ноября 2016 года в Ереване.\n", "Саммит", "",
             "Они встретились 24 ноября 2016 года в Ереване.\n"},
        // Lines that only the width of the paper ended are a paragraph, not a headline.
        Head{"Commonwealth\nof Independent\n   States", "", "",
             "Commonwealth\nof Independent\n   States"},
        Head{"Showers continued throughout the week in\nthe Bahia cocoa zone, alleviating the "
             "drought\nsince early January.\n",
             "", "",
             "Showers continued throughout the week in\nthe Bahia cocoa zone, alleviating the "
             "drought\nsince early January.\n"},
        Head{"Саммит ОДКБ в Ереване\nЛидеры государств — членов организации обсудили в четверг "
             "положение в регионе и приняли декларацию.\n",
             "Саммит ОДКБ в Ереване", "",
             "Лидеры государств — членов организации обсудили в четверг положение в регионе и "
             "приняли декларацию.\n"},
        Head{"одна строка", "", "", "одна строка"},
        Head{"Один абзац.\n\n\n", "", "", "Один абзац.\n\n\n"}, Head{"", "", "", ""}));

TEST(HeadlineTest, IsLinearOnHostileText) {
  const Headed got = split_headline(std::string(2000000, '('));
  EXPECT_EQ(got.body.size(), 2000000u);
  EXPECT_EQ(split_headline(std::string(2000000, '\n')).title, "");
}

class TextReaderTest : public ReadingTest {};

TEST_F(TextReaderTest, GivesOneDocumentNamedAfterItsFile) {
  const Document d = read("т.txt", "Саммит ОДКБ\n\nВ Ереване.\n", {.lang = "ru"}).only();
  EXPECT_EQ(d.id, folder_.path("т.txt"));
  EXPECT_EQ(d.title, "Саммит ОДКБ");
  EXPECT_EQ(d.lang, "ru");
}

TEST_F(TextReaderTest, KnowsTheLineEndsOfAllSystems) {
  for (const char* text : {"Саммит\r\n\r\nОДКБ\r\n", "Саммит\r\rОДКБ\r", "Саммит\n\nОДКБ\n"}) {
    EXPECT_EQ(read("т.txt", text).only().body, "ОДКБ\n");
  }
}

TEST_F(TextReaderTest, ReplacesIllFormedUtf8AndTellsWhere) {
  const Collected got = read("т", "CSTO \xC3\x28 end");
  EXPECT_EQ(got.only().body, "CSTO \xEF\xBF\xBD( end");
  ASSERT_EQ(got.warnings.size(), 1u);
  EXPECT_EQ(got.warnings[0].offset, 5u);
  EXPECT_THAT(got.warnings[0].words, HasSubstr("UTF-8"));
}

TEST_F(TextReaderTest, ReadsALineOfFiveMegabytes) {
  EXPECT_EQ(read("т.txt", std::string(5u << 20u, 'x')).only().body.size(), 5u << 20u);
}

}  // namespace
}  // namespace dragoman
