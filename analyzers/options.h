// What the user of dragoman-analyze asked for.
#pragma once

#include <string>

#include "dragoman/result.h"
#include "program_page.h"

namespace dragoman {

struct AnalyzeOptions {
  std::string format = "text";  // text or jsonl
  std::string path = "-";       // "-" is standard input
  std::string generate;         // a man page or completion
  bool tokens = false;
  bool help = false;
  bool version = false;
};

// Errors: kUsage.
Result<AnalyzeOptions> parse_analyze_options(int argc, const char* const* argv);

// All that is told of the options.
ProgramPage analyze_page();

}  // namespace dragoman
