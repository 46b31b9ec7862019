#include "date_finder.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Each date as "from", or "from..to"; "~" when inferred, "?" when ambiguous.
std::vector<std::string> dates_in(std::string_view text, std::string_view reference = {},
                                  std::string_view lang = {}) {
  std::vector<std::string> found;
  for (const DateMention& m : find_dates(text, lang, reference)) {
    found.push_back(m.from + (m.from == m.to ? "" : ".." + m.to) + (m.inferred ? "~" : "") +
                    (m.ambiguous ? "?" : ""));
  }
  return found;
}

TEST(DateFinderTest, ReadsADayInEveryLanguageAndForm) {
  for (const char* text : {"24 ноября 2016 года",
                           "24-го ноября 2016 г.",
                           "24 تشرين الثاني/نوفمبر 2016",
                           "٢٤ نوفمبر ٢٠١٦",
                           "24 نوفمبر (تشرين الثاني) 2016",
                           "2016年11月24日",
                           "二〇一六年十一月二十四日",
                           "от 24.11.16 г.",
                           "2016 年 11 月 24 日",
                           "le 24 novembre 2016",
                           "24 de noviembre de 2016",
                           "24 November 2016",
                           "November 24, 2016",
                           "Nov. 24, 2016",
                           "the 24th of November, 2016",
                           "24. November 2016",
                           "24 Kasım 2016",
                           "24.11.2016 13:44",
                           "2016-11-24T13:44:00Z",
                           "2016/11/24",
                           "24-Nov-16",
                           "24 November\n2016",
                           "11/24/2016",
                           "24/11/2016"}) {
    EXPECT_THAT(dates_in(text), ElementsAre("2016-11-24")) << text;
  }
}

TEST(DateFinderTest, KeepsTheBytesOfADate) {
  const std::string_view text = "саммит 24 ноября 2016 года в Ереване";
  const std::vector<DateMention> dates = find_dates(text, "ru");
  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(text.substr(dates[0].span.begin, dates[0].span.end - dates[0].span.begin),
            "24 ноября 2016 года");
}

TEST(DateFinderTest, ReadsRangesAndLists) {
  for (const char* text :
       {"21–23 November 2016", "с 21 по 23 ноября 2016 года", "du 21 au 23 novembre 2016",
        "del 21 al 23 de noviembre de 2016", "من 21 إلى 23 نوفمبر 2016", "2016年11月21日至23日",
        "November 21–23, 2016", "between 21 and 23 November 2016"}) {
    EXPECT_THAT(dates_in(text), ElementsAre("2016-11-21..2016-11-23")) << text;
  }
  EXPECT_THAT(dates_in("from 28 November to 2 December 2016"),
              ElementsAre("2016-11-28..2016-12-02"));
  EXPECT_THAT(dates_in("28 December 2016 – 2 January 2017"), ElementsAre("2016-12-28..2017-01-02"));
  EXPECT_THAT(dates_in("Dec. 28–Jan. 2, 2017"), ElementsAre("2016-12-28..2017-01-02"));
  EXPECT_THAT(dates_in("on 4, 5 and 14 July 1967"),
              ElementsAre("1967-07-04", "1967-07-05", "1967-07-14"));
  EXPECT_THAT(dates_in("24 и 25 ноября 2016 года"), ElementsAre("2016-11-24", "2016-11-25"));
  EXPECT_THAT(dates_in("в ноябре 2016 года"), ElementsAre("2016-11-01..2016-11-30"));
  EXPECT_THAT(dates_in("January–March 2016"), ElementsAre("2016-01-01..2016-03-31"));
}

TEST(DateFinderTest, LeavesEverythingElseAlone) {
  for (const char* text : {"31.02.2016",
                           "31 November 2016",
                           "29 février 2015",
                           "2016.13.45",
                           "71.12.2016",
                           "version 1.4.22",
                           "версия 1.4.2022",
                           "10.0.0.1",
                           "24.11",
                           "2016",
                           "2015–2016",
                           "2016/17",
                           "S/2016/661",
                           "the 2030 Agenda",
                           "12 months 2016",
                           "may 2016 be good",
                           "MARCH 10, 1500 GMT",
                           "March 1",
                           "Rio de Janeiro of 1942",
                           "2016年"}) {
    EXPECT_THAT(dates_in(text), IsEmpty()) << text;
  }
}

TEST(DateFinderTest, SaysWhichNumbersCouldChangePlaces) {
  EXPECT_THAT(dates_in("04/05/2016"), ElementsAre("2016-05-04?"));
  EXPECT_THAT(dates_in("05/05/2016"), ElementsAre("2016-05-05"));
  EXPECT_THAT(dates_in("04/05/2016, 11/24/2016"), ElementsAre("2016-04-05", "2016-11-24"));
  EXPECT_THAT(dates_in("04/05/2016", {}, "en-US"), ElementsAre("2016-04-05"));
}

TEST(DateFinderTest, ReckonsFromTheReferenceDay) {
  constexpr std::string_view kThursday = "2016-11-24";
  for (const char* text : {"on Monday", "в понедельник", "lundi", "el lunes", "يوم الاثنين", "周一",
                           "星期一", "3 days ago"}) {
    EXPECT_THAT(dates_in(text, kThursday), ElementsAre("2016-11-21~")) << text;
  }
  for (const char* text :
       {"15 years ago", "15 лет назад", "il y a 15 ans", "hace 15 años", "قبل 15 عاما", "15年前"}) {
    EXPECT_THAT(dates_in(text, kThursday), ElementsAre("2001-01-01..2001-12-31~")) << text;
  }
  for (const char* text : {"yesterday", "вчера", "hier", "ayer", "أمس", "昨天"}) {
    EXPECT_THAT(dates_in(text, kThursday), ElementsAre("2016-11-23~")) << text;
  }
  for (const char* text :
       {"last week", "на прошлой неделе", "la semaine dernière", "الأسبوع الماضي", "上周"}) {
    EXPECT_THAT(dates_in(text, kThursday), ElementsAre("2016-11-14..2016-11-20~")) << text;
  }
  EXPECT_THAT(dates_in("The Council will meet on Monday.", kThursday), ElementsAre("2016-11-28~"));
  EXPECT_THAT(dates_in("28 декабря и 3 января", kThursday),
              ElementsAre("2016-12-28~", "2017-01-03~"));
  EXPECT_THAT(dates_in("1 ноября прошлого года", kThursday), ElementsAre("2015-11-01~"));
  EXPECT_THAT(dates_in("10日通过，30日内", kThursday), ElementsAre("2016-11-10~"));
  EXPECT_THAT(dates_in("Monday, 14 November 2016", kThursday), ElementsAre("2016-11-14"));
}

TEST(DateFinderTest, TakesTheDatelineForReference) {
  EXPECT_THAT(dates_in("Саммит ОДКБ\n24.11.2016 13:44\n\nСтороны встретились в понедельник."),
              ElementsAre("2016-11-24", "2016-11-21~"));
  EXPECT_THAT(dates_in("They met on Monday."), IsEmpty());
  // A date far from the document's own is another one.
  EXPECT_THAT(dates_in("Adopted on 17 December 2010\n\nThey met yesterday.", "2016-11-24T13:44"),
              ElementsAre("2010-12-17", "2016-11-23~"));
}

TEST(DateFinderTest, SurvivesBrokenAndEndlessInput) {
  EXPECT_THAT(dates_in("\xD9\xFF 24.11.2016 \xC3"), ElementsAre("2016-11-24"));
  for (const char* piece : {"1.", "1 and ", "1–", "12 ", "24 November ", "1年", "11/", "last ",
                            "周", "1 years ago ", "май "}) {
    std::string text;
    while (text.size() < 30000) text += piece;
    find_dates(text, "", "2016-11-24");
  }
}

}  // namespace
}  // namespace dragoman
