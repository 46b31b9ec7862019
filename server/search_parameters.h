// Parameters of a request as a SearchRequest: the options of dragoman-search, and filters by field.
//
//   /search?q=CSTO&lang=ru&n=5   ->   {.query = "CSTO", .filters = {{"lang", "ru"}}, .limit = 5}
#pragma once

#include <array>
#include <string_view>

#include "dragoman/searcher/searcher.h"
#include "parameters.h"

namespace dragoman {

// Each may be given more than once, for any of the values; `org` for all.
inline constexpr std::array<std::string_view, 6> kFilterNames = {"lang", "org",  "source",
                                                                 "type", "date", "sym"};

inline constexpr std::array<std::string_view, 17> kSearchNames = {
    "q",      "n",         "offset", "passages", "sort",       "facet",
    "values", "translate", "maybe",  "related",  "all_copies", "lang",
    "org",    "source",    "type",   "date",     "sym"};

inline constexpr unsigned kMostHits = 100;       // of one answer
inline constexpr unsigned kMostOffset = 10'000;  // hits before them
inline constexpr unsigned kMostPassages = 10;    // of a hit
inline constexpr unsigned kMostValues = 10'000;  // of a facet
inline constexpr unsigned kMostFilters = 64;
inline constexpr std::size_t kMostQueryBytes = 4096;

// The query, its filters and its reach. Errors: kUsage.
Result<SearchRequest> read_query(const Parameters& parameters);
// These, and what is shown. Errors: kUsage.
Result<SearchRequest> read_search(const Parameters& parameters);

}  // namespace dragoman
