// What search_bench measures on: indexes, and what they are asked.
#pragma once

#include <string>
#include <vector>

#include "query_class.h"

namespace dragoman::bench {

struct Target {
  std::string name;
  std::string index;
  std::vector<QueryClass> classes;
};

// Takes `--target=NAME,INDEX,QUERIES` from the arguments, which may repeat; without one, the sample corpus with
// queries of its own.
std::vector<Target> take_targets(int& argc, char** argv);

}  // namespace dragoman::bench
