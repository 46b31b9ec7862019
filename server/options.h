// The command line of dragoman-serve.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "dragoman/result.h"
#include "dragoman/searcher/searcher.h"
#include "program_page.h"

namespace dragoman {

struct ServeOptions {
  std::vector<std::string> dbs;
  std::string host;
  int port = 8080;                 // 0: any free one
  std::vector<std::string> names;  // of the server, besides loopback addresses
  unsigned searchers = 0;          // 0: one a core
  unsigned connections = 64;
  std::chrono::milliseconds time_limit = kTimeLimit;  // of a search
  bool mcp = false;
  bool verbose = false;
  bool help = false;
  bool version = false;
  std::string generate;
};

// Errors: kUsage.
Result<ServeOptions> parse_serve_options(int argc, const char* const* argv);

ProgramPage serve_page();

}  // namespace dragoman
