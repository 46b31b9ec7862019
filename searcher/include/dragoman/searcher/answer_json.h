// Answers and documents as one line of JSON, as docs/json.md tells; offsets in code points, half open.
//
//   answer_json(*searcher->search({.query = "SCO"}))   // {"query":"SCO","parsed":…
//
// A terminal that shows the line obeys nothing of it: DEL, C1 and what turns the direction are escaped too.
// Thread rule: calls do not share state.
#pragma once

#include <optional>
#include <string>

#include "dragoman/export.h"
#include "dragoman/searcher/searcher.h"

namespace dragoman {

// What stands in the line besides the answer.
struct AnswerJsonOptions {
  std::optional<std::string> id = std::nullopt;  // the query's, in a batch that has ids
  bool compiled = false;                         // Xapian's form of the query too
};

// What dragoman-search --format json prints, without the line's end.
DRAGOMAN_API std::string answer_json(const Answer& answer, const AnswerJsonOptions& options = {});

// A document with the marks of a query.
DRAGOMAN_API std::string document_json(const MarkedDocument& shown);

}  // namespace dragoman
