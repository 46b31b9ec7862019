// The queries of draw_queries.py, by class, and the indexes that they are asked on.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dragoman/searcher/searcher.h"

namespace dragoman::bench {

struct QueryClass {
  std::string name;
  std::vector<SearchRequest> requests;  // in the order of the file
};

// What is measured on: the index, and what is asked.
struct Target {
  std::string name;
  std::string index;
  std::vector<QueryClass> classes;
};

// Queries of a file that draw_queries.py wrote; empty when it cannot be read.
std::vector<QueryClass> read_queries(const std::string& path);

// Takes `--target=NAME,INDEX,QUERIES` from the arguments, which may repeat; without one, the sample corpus with
// queries of its own.
std::vector<Target> take_targets(int& argc, char** argv);

}  // namespace dragoman::bench
