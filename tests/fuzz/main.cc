// All fuzz targets in one program:
//
//   dragoman_fuzz --target=html -max_total_time=60 corpus tests/fuzz/seeds/html
//
// Each format that this build reads is a target, "auto" too: there the bytes decide.
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "dragoman/indexer/reader.h"
#include "target.h"

namespace {

using namespace dragoman;

constexpr std::string_view kOption = "--target=";

struct Target {
  std::string_view name;
  void (*run)(std::string_view input);
};
constexpr Target kTargets[] = {
    {"charset", &fuzz::decode_bytes}, {"analyzer", &fuzz::analyze_bytes},
    {"query", &fuzz::search_bytes},   {"records", &fuzz::read_records},
#ifdef DRAGOMAN_HAS_SERVER
    {"http", &fuzz::serve_http},      {"mcp", &fuzz::serve_mcp},
#endif
};

using Run = std::function<void(std::string_view)>;

Run find_target(std::string_view name) {
  for (const Target& target : kTargets) {
    if (target.name == name) return target.run;
  }
  for (const std::string_view format : format_names()) {
    if (format != name) continue;
    return
        [wanted = std::string(name)](std::string_view input) { fuzz::read_bytes(wanted, input); };
  }
  return nullptr;
}

Run& chosen() {
  static Run run;
  return run;
}

int list_targets() {
  for (const Target& target : kTargets) std::printf("%s\n", std::string(target.name).c_str());
  for (const std::string_view format : format_names())
    std::printf("%s\n", std::string(format).c_str());
  return EXIT_SUCCESS;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  for (int i = 1; i < *argc; ++i) {
    const std::string_view argument = (*argv)[i];
    if (argument == "--list") std::exit(list_targets());
    if (argument.starts_with(kOption)) chosen() = find_target(argument.substr(kOption.size()));
  }
  if (chosen()) return 0;
  std::fprintf(stderr, "dragoman_fuzz: which target? --target=NAME; --list names them\n");
  std::exit(EXIT_FAILURE);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen()({reinterpret_cast<const char*>(data), size});
  return 0;
}
