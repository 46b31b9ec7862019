// Ranges of dates, as queries and filters have them: 2016-11, 2016-Q4, 2016..2018-06, >2016, <=2016-11-20.
//
//   std::optional<Clause> range = parse_range("date", "2018..2016");
//   if (range && put_in_order(*range)) …;
//   range_text(*range);                          // "2016..2018"
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dragoman/searcher/query_parser.h"

namespace dragoman {

// date: and mention:
bool is_range_field(std::string_view field);

// A clause of kind kRange; nothing for what is no range of dates.
std::optional<Clause> parse_range(std::string_view field, std::string_view text);

// A range that ends before it begins is meant the other way round. Whether it was one.
bool put_in_order(Clause& range);

std::string range_text(const Clause& range);

}  // namespace dragoman
