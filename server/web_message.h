// A request and its answer as plain data: what the Service is about, without sockets.
//
//   WebAnswer answer = service.answer({.method = "GET", .path = "/search", .parameters = {{"q", "ОДКБ"}}});
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace dragoman {

// Names and values, percent-decoded, in the order of the request.
using WebParameters = std::vector<std::pair<std::string, std::string>>;

struct WebRequest {
  std::string method;  // as sent: GET
  std::string path;    // percent-decoded, without the query
  WebParameters parameters;
  std::string host;           // the header Host
  std::string if_none_match;  // the header; empty: none
  std::string content_type;
  std::string body;
};

struct WebAnswer {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // besides those that every answer has
  bool lasting = true;  // as long as the index is the same; else it is another when asked again
};

}  // namespace dragoman
