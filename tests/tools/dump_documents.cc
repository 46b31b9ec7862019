// dump_documents PATH…: the documents that the readers make of files, as JSON Lines on standard
// output; skips and warnings on standard error. For looking at what a reader does.
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "dragoman/indexer/reader.h"

namespace {

class Dump : public dragoman::DocumentSink {
 public:
  bool document(dragoman::Document document) override {
    nlohmann::ordered_json json;
    const auto put = [&json](const char* key, const std::string& value) {
      if (!value.empty()) json[key] = value;
    };
    put("id", document.id);
    put("title", document.title);
    put("date", document.date);
    put("lang", document.lang);
    put("url", document.url);
    put("source", document.source);
    put("symbol", document.symbol);
    put("type", document.type);
    for (const dragoman::ExtraField& field : document.extra) json[field.key] = field.value;
    put("body", document.body);
    std::puts(json.dump().c_str());
    return true;
  }
  void skipped(dragoman::Skipped s) override { tell("skipped", s.input, s.line, s.reason); }
  void warning(dragoman::Warning w) override { tell("warning", w.input, w.line, w.words); }
  void advanced(std::uint64_t) override {}

 private:
  static void tell(const char* what, const std::string& input, std::uint64_t line,
                   const std::string& words) {
    std::fprintf(stderr, "%s %s:%llu: %s\n", what, input.c_str(),
                 static_cast<unsigned long long>(line), words.c_str());
  }
};

}  // namespace

int main(int argc, char** argv) {
  dragoman::ReadOptions options;
  std::vector<std::string> inputs(argv + 1, argv + argc);
  if (inputs.size() > 1 && inputs.front().starts_with("--format=")) {
    options.format = inputs.front().substr(9);
    inputs.erase(inputs.begin());
  }
  Dump dump;
  dragoman::read_inputs(inputs, options, dump);
}
