// Dates in running text: "24.11.2016 13:44", "24 ноября 2016 года", "2016年11月24日",
// "21–23 November 2016". Linear in the length of the text. Days that no calendar has, version
// numbers and addresses are not dates.
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// In the order of the text, never overlapping. `lang` (ISO 639-1, may be empty) decides 04/05/2016.
std::vector<DateMention> find_dates(std::string_view text, std::string_view lang);

}  // namespace dragoman
