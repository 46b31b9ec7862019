// An HttpServer listens on an address and lets a Service answer. It is what stands between the net and the Service:
// limits, headers of safety, the check of Host, orderly stopping.
//
//   HttpServer server(service, settings);
//   Result<int> port = server.bind("127.0.0.1", 8080);
//   server.run();    // until stop(), from another thread
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include <httplib.h>

#include "connection.h"
#include "dragoman/result.h"
#include "service.h"

namespace dragoman {

// What was asked and answered, for a log.
struct ServedRequest {
  std::string method, target;  // as sent
  int status = 0;
  long took_us = 0;
};

struct HttpSettings {
  unsigned connections = 64;  // at once; each has a thread
  std::vector<std::string>
      names;  // that Host may have; those of this machine are added on loopback
  ConnectionLimits limits;
  std::function<void(const ServedRequest&)> log;  // called by many threads; may be empty
};

class HttpServer : private httplib::Server {
 public:
  // The service must outlive the server.
  HttpServer(const Service& service, HttpSettings settings);
  ~HttpServer() override;

  // Takes the port, or any free one for 0, and tells which. Errors: kUnreadable.
  Result<int> bind(const std::string& host, int port);
  // Serves until stop(), and answers what came before it. False when listening failed. Requires: bind().
  bool run();
  // From any thread, once.
  void stop();
  // Serves one client whose connection, of any kind, is there already; closes it. Needs neither bind() nor run().
  void serve(int socket) { process_and_close_socket(socket); }

 private:
  class Threads;

  bool process_and_close_socket(socket_t socket) override;
  bool serve_request(Connection& connection, bool& close);
  void prepare(httplib::Request& request, bool& close) const;
  HandlerResponse route(const httplib::Request& request, httplib::Response& response);
  void answer(const httplib::Request& request, httplib::Response& response, std::string body);
  void analyze(const httplib::Request& request, httplib::Response& response,
               const httplib::ContentReader& read);

  const Service& service_;
  HttpSettings settings_;
  bool loopback_ = true;
  int stop_ = -1;  // an eventfd
  std::atomic<bool> stopping_ = false;
};

}  // namespace dragoman
