#include "readers/date_text.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

struct DateCase {
  const char* text;
  const char* iso;
};

class ParseDateTest : public ::testing::TestWithParam<DateCase> {};

TEST_P(ParseDateTest, GivesTheDateAsPreciseAsItIs) {
  EXPECT_EQ(parse_date(GetParam().text), GetParam().iso);
}

INSTANTIATE_TEST_SUITE_P(
    All, ParseDateTest,
    ::testing::Values(
        DateCase{"24 ноября 2016 г.", "2016-11-24"},
        DateCase{"13:44, 24 ноября 2016", "2016-11-24T13:44"},
        DateCase{"24.11.2016 13:44", "2016-11-24T13:44"}, DateCase{"2016年11月24日", "2016-11-24"},
        DateCase{"24 تشرين الثاني/نوفمبر 2016", "2016-11-24"},
        DateCase{"٢٤ نوفمبر ٢٠١٦", "2016-11-24"}, DateCase{"24 de noviembre de 2016", "2016-11-24"},
        DateCase{"1er février 2016", "2016-02-01"},
        DateCase{"Thu, 24 Nov 2016 13:44:05 +0300", "2016-11-24T13:44:05+03:00"},
        DateCase{"Thu, 24 Nov 16 13:44 EST", "2016-11-24T13:44-05:00"},
        DateCase{"Wed, 02 Oct 2002 13:00:00 GMT", "2002-10-02T13:00:00Z"},
        DateCase{"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
        DateCase{"Thu Nov 24 13:44:05 2016", "2016-11-24T13:44:05"},
        DateCase{"November 24th, 2016 1:44 pm", "2016-11-24T13:44"},
        DateCase{"2016-11-24T13:44:05.123Z", "2016-11-24T13:44:05Z"},
        DateCase{"2016-11-24T13:44:05+03:00", "2016-11-24T13:44:05+03:00"},
        DateCase{"20161124134405", "2016-11-24T13:44:05"}, DateCase{"20161124", "2016-11-24"},
        DateCase{"D:20161124134405+03'00'", "2016-11-24T13:44:05+03:00"},
        DateCase{"1479995045", "2016-11-24T13:44:05Z"},
        DateCase{"1479995045000", "2016-11-24T13:44:05Z"}, DateCase{"2016", "2016"},
        DateCase{"2016-11", "2016-11"}, DateCase{"November 2016", "2016-11"},
        DateCase{"11/24/2016", "2016-11-24"}, DateCase{"24/11/2016", "2016-11-24"},
        // Which number is the day is not told.
        DateCase{"04/05/2016", "2016"}, DateCase{"05/05/2016", "2016-05-05"},
        // Days no calendar has, and what is no date.
        DateCase{"31.02.2016", ""}, DateCase{"2016-13-01", ""}, DateCase{"24.11.2016 25:44", ""},
        DateCase{"вчера", ""}, DateCase{"", ""}, DateCase{"12345", ""}, DateCase{"A/RES/71/14", ""},
        DateCase{"resolution of 24 November 2016", ""}));

TEST(FindDateTest, TellsWhereTheDateStands) {
  const std::optional<DateText> found = find_date("Саммит ОДКБ 24.11.2016 13:44, Ереван");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->iso, "2016-11-24T13:44");
  EXPECT_EQ(found->begin, 22u);
  EXPECT_EQ(found->end, 38u);
}

TEST(FindDateTest, TakesNoNumbersThatLookLikeDates) {
  for (const char* text :
       {"version 1.2.3", "192.168.10.20", "A/RES/71/14", "in 2016", "May 1999", "10-20"}) {
    EXPECT_FALSE(find_date(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace dragoman
