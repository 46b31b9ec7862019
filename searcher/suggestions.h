// Queries that may find more than the one that was asked: its misspelt words put right, and, where nothing was found,
// the query without one of its parts.
//
//   sheltter date:2030   ->  "shelter date:2030" (no document has "sheltter"), "sheltter" (without date:2030) …
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corrections.h"
#include "dragoman/searcher/query_parser.h"
#include "dragoman/searcher/searcher.h"

namespace dragoman {

// How many documents a query finds.
using QueryCounter = std::function<std::uint64_t(const std::string& query)>;

// The texts in which words may be misspelt: plain and quoted ones, not those of fields.
std::vector<std::string> plain_texts(const Clause& root);

// `query` with its misspelt words replaced; itself when no word has a better one.
std::string corrected(std::string query, const std::vector<Correction>& corrections);

// "no document has “sheltter”"; empty for no words.
std::string missing_words(const std::vector<Correction>& corrections);

// The query of this tree, as one would type it.
std::string query_text(const Clause& clause);

// Of a query that finds nothing: without one of its parts, or without quotes, whatever finds something.
std::vector<Suggestion> looser_queries(const Clause& root, const QueryCounter& count);

}  // namespace dragoman
