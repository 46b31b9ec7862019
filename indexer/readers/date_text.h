// Dates as metadata and datelines write them, in ISO 8601 and as precise as they are:
//
//   parse_date("Thu, 24 Nov 2016 13:44:05 +0300")  ->  2016-11-24T13:44:05+03:00
//   parse_date("26-FEB-1987 15:01:01.79")          ->  1987-02-26T15:01:01
//   parse_date("24 ноября 2016 г.")                ->  2016-11-24
//   parse_date("04/05/2016")                       ->  2016 (which is the day is not told)
//
// A day no calendar has is no date. Months in English, French, Spanish, Russian, Arabic, German,
// Portuguese and Italian; Chinese dates. Linear.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

struct DateText {
  std::string iso;
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
};

// The first date in `text`; years alone ("2016") are not looked for.
std::optional<DateText> find_date(std::string_view text);

// The whole of `text` is a date, apart from weekdays and the like. Empty when it is not.
std::string parse_date(std::string_view text);

}  // namespace dragoman
