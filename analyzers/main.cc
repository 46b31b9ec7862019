// dragoman-analyze: what the analyzers see in a text, as JSON, one line a document; offsets in code points.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "dragoman/analyzers/analysis_json.h"
#include "dragoman/analyzers/analyzer.h"
#include "dragoman/json_depth.h"
#include "options.h"

namespace {

using nlohmann::json;

int complain(const std::string& message) {
  std::cerr << "dragoman-analyze: " << message << '\n';
  return 2;
}

int analyze_lines(std::istream& input, bool tokens) {
  dragoman::Analyzer analyzer;
  std::size_t number = 0;
  for (std::string line; std::getline(input, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (dragoman::json_depth(line) > dragoman::kMostJsonDepth)
      return complain("line " + std::to_string(number) + " is nested too deeply");
    const json document = json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!document.is_object())
      return complain("line " + std::to_string(number) + " is not a JSON object");
    const auto text_of = [&document](const char* key) {
      const auto found = document.find(key);
      return found != document.end() && found->is_string() ? found->get<std::string>()
                                                           : std::string();
    };
    std::string text = text_of("text");
    if (text.empty()) text = text_of("body");
    const auto& analysis = analyzer.analyze(text, text_of("lang"), text_of("date"));
    const std::string id = document.value("id", json()).dump();
    std::cout << dragoman::analysis_json(text, analysis, {.id = id, .tokens = tokens}) << '\n';
  }
  return 0;
}

int analyze_text(std::istream& input, bool tokens) {
  const std::string text{std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
  dragoman::Analyzer analyzer;
  const auto& analysis = analyzer.analyze(text);
  std::cout << dragoman::analysis_json(text, analysis, {.id = {}, .tokens = tokens}) << '\n';
  return 0;
}

int analyze(const dragoman::AnalyzeOptions& options) {
  std::ifstream file;
  if (options.path != "-") file.open(options.path, std::ios::binary);
  if (options.path != "-" && !file) return complain("cannot read " + options.path);
  std::istream& input = options.path == "-" ? std::cin : file;
  return options.format == "jsonl" ? analyze_lines(input, options.tokens)
                                   : analyze_text(input, options.tokens);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const auto options = dragoman::parse_analyze_options(argc, argv);
  if (!options)
    return complain(options.error().message + "\ndragoman-analyze: hint: " + options.error().hint);
  if (options->help) {
    std::cout << dragoman::help_text(dragoman::analyze_page());
  } else if (options->version) {
    std::cout << "dragoman-analyze " DRAGOMAN_VERSION "\n";
  } else if (!options->generate.empty()) {
    const auto text = dragoman::generated(dragoman::analyze_page(), options->generate);
    if (!text) return complain(text.error().message);
    std::cout << *text;
  } else {
    return analyze(*options);
  }
  return 0;
}
