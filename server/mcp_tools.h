// Tools for a language model: search, get_document, facets, resolve_organization, annotate.
//
//   call_tool(searcher, "search", {{"query", "ОДКБ"}})   ->  {"note", "total", "hits", "next_cursor" …}
//
// Each answer has at most `max_bytes` of JSON; `next_cursor` of it, given with the same arguments, asks for what comes
// next. Texts of documents are quoted: what a terminal would obey and what cannot be seen is left out of them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "dragoman/result.h"
#include "dragoman/searcher/searcher.h"

namespace dragoman {

// [{"name", "title", "description", "inputSchema", "annotations"}]
nlohmann::ordered_json tool_list();

// Errors: kUsage (no such tool, or its arguments are wrong), kNotFound, those of Searcher.
Result<nlohmann::ordered_json> call_tool(Searcher& searcher, const std::string& name,
                                         const nlohmann::json& arguments);

}  // namespace dragoman
