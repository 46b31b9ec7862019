// The queries of draw_queries.py, by class, and those that the sample corpus is asked.
#pragma once

#include <string>
#include <vector>

#include "dragoman/searcher/searcher.h"

namespace dragoman::bench {

struct QueryClass {
  std::string name;
  std::vector<SearchRequest> requests;  // in the order of the file
};

// Queries of a file that draw_queries.py wrote; empty when it cannot be read.
std::vector<QueryClass> read_queries(const std::string& path);

std::vector<QueryClass> sample_queries();

// `text` between the separators; an empty end is left out.
std::vector<std::string> split(const std::string& text, char separator);

}  // namespace dragoman::bench
