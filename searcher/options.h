// What the user of dragoman-search asked for.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "dragoman/result.h"
#include "dragoman/searcher/searcher.h"
#include "hit_template.h"
#include "program_page.h"

namespace dragoman {

enum class OutputFormat { kText, kJson, kHtml, kCsv, kIds, kTrec, kTemplate };
enum class ColorChoice { kAuto, kAlways, kNever };

struct SearchOptions {
  std::vector<std::string> dbs;
  SearchRequest request;                              // its query is that of the command line
  std::chrono::milliseconds time_limit = kTimeLimit;  // of a search
  OutputFormat format = OutputFormat::kText;
  std::optional<HitTemplate> line;  // of kTemplate
  ColorChoice color = ColorChoice::kAuto;
  unsigned width = 0;    // of the text; 0: the terminal's
  std::string batch;     // a file of queries, "-" for standard input
  std::string show;      // an id
  std::string save;      // the query is saved under this name
  std::string fresh;     // what this saved query finds that it did not show before
  std::string state;     // where history and saved queries are kept; empty: the user's place for it
  std::string generate;  // a man page or completion
  bool interactive = false;  // there is nothing to do but to ask the user
  bool stats = false;
  bool timeline = false;
  bool help = false;
  bool version = false;
};

// Errors: kUsage.
Result<SearchOptions> parse_search_options(int argc, const char* const* argv);

// All that is told of the options.
ProgramPage search_page();

}  // namespace dragoman
