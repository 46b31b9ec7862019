// Any bytes are lines of a language model's client: each is answered by a message of JSON-RPC, at most one, and what a tool
// tells keeps to its budget.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "mcp_arguments.h"
#include "mcp_server.h"
#include "small_index.h"
#include "target.h"

namespace dragoman::fuzz {
namespace {

using nlohmann::json;

void check_result(const json& result, unsigned budget) {
  if (!result.contains("content")) return;
  const json& content = result.at("content");
  promise(content.size() == 1 && content.at(0).at("type") == "text", "a tool tells one text");
  const auto& text = content.at(0).at("text").get_ref<const std::string&>();
  promise(text.size() <= budget, "an answer keeps to its budget");
  if (result.contains("structuredContent"))
    promise(json::parse(text) == result.at("structuredContent"), "a tool tells one thing twice");
}

void check_message(const std::string& line, unsigned budget) {
  const json message = json::parse(line, nullptr, /*allow_exceptions=*/false);
  promise(message.is_object() && message.value("jsonrpc", "") == "2.0", "an answer is JSON-RPC");
  promise(message.contains("result") != message.contains("error"), "it is a result or an error");
  if (message.contains("result")) check_result(message.at("result"), budget);
}

}  // namespace

void serve_mcp(std::string_view input) {
  static Searcher searcher = open_small_index();
  // Who asks for more may get more; a name can be spelt with escapes.
  const bool preset = input.find("max_bytes") == std::string_view::npos &&
                      input.find('\\') == std::string_view::npos;
  McpServer server(searcher);
  std::istringstream in{std::string(input)};
  std::ostringstream out;
  serve_lines(server, in, out);
  std::istringstream answers(out.str());
  std::ptrdiff_t count = 0;
  for (std::string line; std::getline(answers, line); ++count)
    check_message(line, preset ? kBudget : kMostBudget);
  promise(count <= std::count(input.begin(), input.end(), '\n') + 1,
          "a line has one answer at most");
}

}  // namespace dragoman::fuzz
