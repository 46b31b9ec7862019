// An Analysis as one line of JSON, as docs/json.md tells: what dragoman-analyze prints.
//
//   analysis_json(text, analyzer.analyze(text))   // {"acronyms":[[0,4]],"dates":[],…}
//
// Thread rule: calls do not share state.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dragoman/analyzers/analysis.h"
#include "dragoman/export.h"

namespace dragoman {

// What stands in the line besides the entities.
struct AnalysisJsonOptions {
  // What the text is called, as JSON: "\"d1\"", "17", "null". What is no JSON is the name itself.
  std::optional<std::string> id;
  bool tokens = false;  // also what is indexed
};

// `analysis` is that of `text`. Offsets count code points of `text`, half open; ill-formed UTF-8 is shown as U+FFFD.
// Without a line's end. Linear in the text.
DRAGOMAN_API std::string analysis_json(std::string_view text, const Analysis& analysis,
                                       const AnalysisJsonOptions& options = {});

}  // namespace dragoman
