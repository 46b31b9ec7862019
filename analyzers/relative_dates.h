// Dates said from where the speaker stands: "yesterday", "on Monday", "15 years ago", "в
// понедельник", "la semaine dernière", 昨天.
#pragma once

#include <string_view>

#include "read_date.h"

namespace dragoman {

// Those of `text`, seen from `reference`; in order, not overlapping, all inferred. Linear.
ReadDates find_relative_dates(std::string_view text, Day reference);

}  // namespace dragoman
