// An McpServer talks the Model Context Protocol (JSON-RPC 2.0, a message a line) with the client of a language model,
// to which it lends the tools of mcp_tools.h.
//
//   McpServer server(searcher);
//   server.answer(R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})");
//
// Any line is answered or, where nobody waits for an answer, passed over. Not thread-safe.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "dragoman/searcher/searcher.h"

namespace dragoman {

inline constexpr std::size_t kMostLineBytes = 1u << 20u;

class McpServer {
 public:
  // The searcher must outlive the server.
  explicit McpServer(Searcher& searcher) : searcher_(searcher) {}

  // One line of JSON without its end; nothing for a notification.
  std::optional<std::string> answer(std::string_view line);

 private:
  friend struct McpMethods;

  Searcher& searcher_;
  std::string version_;  // of the protocol, as agreed on
};

// Answers lines until the input ends. A line over kMostLineBytes is refused.
void serve_lines(McpServer& server, std::istream& in, std::ostream& out);

}  // namespace dragoman
