// What a hit must have besides words: values that documents carry, their dates, and dates that their texts name.
//
//   lang:ru, source:, type:, id:     date:2016-11, date:2016..2018     mention:2016-11-24
#pragma once

#include <string>

#include <xapian.h>

#include "dragoman/searcher/query_parser.h"

namespace dragoman {

// "RU" -> "ru", of ASCII only.
std::string ascii_lower(std::string text);

Xapian::Query lang_filter(const std::string& lang);
Xapian::Query source_filter(const std::string& source);
Xapian::Query type_filter(const std::string& type);
Xapian::Query id_filter(const std::string& id);

// Of a key that the documents brought along; the empty query when no document has it. Throws what Xapian throws.
Xapian::Query key_filter(const std::string& key, const std::string& value,
                         const Xapian::Database& database);

// `range` is a clause of kind kRange. The dates of the documents:
Xapian::Query date_filter(const Clause& range);

inline constexpr std::size_t kMostMentionedDates = 4000;

// … and dates that their texts name: the days, months or years indexed that lie in the range; `too_many` tells when
// only the first kMostMentionedDates were taken. Throws what Xapian throws.
Xapian::Query mention_filter(const Clause& range, const Xapian::Database& database, bool& too_many);

}  // namespace dragoman
