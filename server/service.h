// The Service answers requests about one set of indexes: the routes of docs/server.md, and the page.
//
//   Service service(*pool);
//   service.answer({.method = "GET", .path = "/search", .parameters = {{"q", "ОДКБ"}}}).body;
//
// It knows no sockets. What is wrong with a request is told as JSON, {"error": {"status", "message", "hint"}}.
// Thread-safe.
#pragma once

#include "dragoman/result.h"
#include "searcher_pool.h"
#include "web_message.h"

namespace dragoman {

inline constexpr std::size_t kMostBodyBytes = 1u << 20u;  // of a request

// An error as an answer.
WebAnswer error_answer(int status, const std::string& message, const std::string& hint = "");

class Service {
 public:
  // The pool must outlive the service.
  explicit Service(SearcherPool& pool) : pool_(pool) {}

  WebAnswer answer(const WebRequest& request) const;

 private:
  friend struct Routes;

  SearcherPool& pool_;
};

}  // namespace dragoman
