#include "target.h"

#include <algorithm>
#include <string_view>

#include "corpus.h"

namespace dragoman::bench {
namespace {

constexpr std::string_view kOption = "--target=";

}  // namespace

std::vector<Target> take_targets(int& argc, char** argv) {
  std::vector<Target> targets;
  const auto end = std::remove_if(argv + 1, argv + argc, [&targets](const std::string& argument) {
    if (!argument.starts_with(kOption)) return false;
    const std::vector<std::string> parts = split(argument.substr(kOption.size()), ',');
    if (parts.size() == 3) targets.push_back({parts[0], parts[1], read_queries(parts[2])});
    return parts.size() == 3;
  });
  argc = static_cast<int>(end - argv);
  if (targets.empty()) targets.push_back({"sample", index_of("sample"), sample_queries()});
  return targets;
}

}  // namespace dragoman::bench
