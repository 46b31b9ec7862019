// What a query may go on with, and what to ask instead of it, as one line of JSON:
//
//   {"query": "шанх", "completions": [{"kind", "text", "name", "label", "query"}], "suggestions": [{"query", "reason", "total"}]}
#pragma once

#include <string>

#include "dragoman/searcher/searcher.h"

namespace dragoman {

// At most `most` completions; `query` of each is the line with it. Errors: as Searcher::search().
Result<std::string> suggest_json(Searcher& searcher, const std::string& line, unsigned most);

}  // namespace dragoman
