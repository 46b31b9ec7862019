// Dates in running text, as ranges of days:
//
//   24.11.2016 13:44, 24 ноября 2016 года, 2016年11月24日   ->  2016-11-24
//   21–23 November 2016, du 21 au 23 novembre 2016          ->  2016-11-21 … 2016-11-23
//   November 2016                                           ->  2016-11-01 … 2016-11-30
//   on Monday, 15 years ago, 24 ноября, 25日                 ->  inferred, from a reference day
//
// The reference day is the text's dateline, a day with a time or at a line's edge near its head,
// else the day that is given (the document's date); without either, what needs one is left out. A
// day without its year is of the year that brings it nearest to the reference, a weekday is the
// last one before it, unless "next" or "will" says otherwise.
//
// Not dates: bare years, days that no calendar has, version numbers, addresses, money.
// 04/05/2016 has its day first, and is marked `ambiguous`; but the month comes first in a text that
// has 11/24/2016 elsewhere, and where `lang` is en-US. 11/24/2016 and 24/11/2016 are clear.
//
// Linear in the length of the text: a few words are read round each number, and, where there is a
// reference, words that begin like those of relative dates.
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// In the order of the text, never overlapping. `lang`: ISO 639-1, perhaps with a region; may be
// empty. `reference`: "2016-11-24", a longer time stamp, or empty.
std::vector<DateMention> find_dates(std::string_view text, std::string_view lang,
                                    std::string_view reference = {});

}  // namespace dragoman
