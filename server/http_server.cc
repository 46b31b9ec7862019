#include "http_server.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "host_name.h"

namespace dragoman {
namespace {

constexpr int kBacklog = 256;  // connections the kernel keeps until they are taken
constexpr std::size_t kMostRequestsOfOne = 1'000'000;

// Each answer has these. Nothing of a document may run, be framed, or tell others where the reader was.
const httplib::Headers kSafety = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
     "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cache-Control", "no-cache"},
    {"Vary", "Accept-Encoding"}};

// Of what httplib refuses itself.
const char* words_for(int status) {
  switch (status) {
    case 400:
      return "this is no request of HTTP";
    case 413:
      return "the body is too long";
    case 416:
      return "the header Range cannot be read";
    default:
      return "this cannot be answered";
  }
}

void take(const WebAnswer& answer, httplib::Response& response) {
  response.status = answer.status;
  for (const auto& [name, value] : answer.headers) response.set_header(name, value);
  if (answer.status != 304) response.set_content(answer.body, answer.content_type);
}

bool has_body(const httplib::Request& request) {
  return request.has_header("Transfer-Encoding") ||
         (request.has_header("Content-Length") &&
          request.get_header_value("Content-Length") != "0");
}

// Whoever is not let in is told so by the thread that takes connections.
thread_local bool refusing = false;

// What is sent past httplib.
struct Refusal {
  int status;
  const char* reason;
  const char* message;
};

constexpr Refusal kTooMany = {503, "Service Unavailable", "there are too many connections"};
constexpr Refusal kAddressTooLong = {414, "URI Too Long", "the address is too long"};
constexpr Refusal kHeadTooLong = {431, "Request Header Fields Too Large",
                                  "the head of the request is too long"};

void refuse(Connection& connection, const Refusal& refusal) {
  const bool later = refusal.status == 503;
  const WebAnswer answer = error_answer(refusal.status, refusal.message,
                                        later ? "ask again in a second, as Retry-After says" : "");
  const std::string text = "HTTP/1.1 " + std::to_string(refusal.status) + " " + refusal.reason +
                           "\r\nConnection: close\r\n" + (later ? "Retry-After: 1\r\n" : "") +
                           "Content-Type: " + answer.content_type +
                           "\r\nContent-Length: " + std::to_string(answer.body.size()) +
                           "\r\n\r\n" + answer.body;
  connection.write(text.data(), text.size());
  connection.flush();
}

}  // namespace

// A thread for each connection, up to a number.
class HttpServer::Threads : public httplib::TaskQueue {
 public:
  explicit Threads(unsigned most) : most_(most), pool_(most) {}

  void enqueue(std::function<void()> serve) override {
    if (busy_.fetch_add(1) < most_) {
      pool_.enqueue([this, serve = std::move(serve)] {
        serve();
        --busy_;
      });
      return;
    }
    --busy_;
    refusing = true;
    serve();
    refusing = false;
  }

  void shutdown() override { pool_.shutdown(); }

 private:
  const unsigned most_;
  std::atomic<unsigned> busy_ = 0;
  httplib::ThreadPool pool_;
};

HttpServer::HttpServer(const Service& service, HttpSettings settings)
    : service_(service), settings_(std::move(settings)), stop_(::eventfd(0, EFD_CLOEXEC)) {
  new_task_queue = [this] { return new Threads(std::max(1u, settings_.connections)); };
  set_socket_options([](socket_t socket) {
    const int yes = 1;  // not SO_REUSEPORT: two servers on one port would share its clients
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  set_default_headers(kSafety);
  set_keep_alive_max_count(kMostRequestsOfOne);
  set_payload_max_length(kMostBodyBytes);
  set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    return route(request, response);
  });
  Post("/analyze",
       [this](const httplib::Request& request, httplib::Response& response,
              const httplib::ContentReader& read) { analyze(request, response, read); });
  set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (response.body.empty())
      take(error_answer(response.status, words_for(response.status)), response);
  });
  set_exception_handler(
      [](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
        take(error_answer(500, "this went wrong here"), response);
      });
}

HttpServer::~HttpServer() { ::close(stop_); }

Result<int> HttpServer::bind(const std::string& host, int port) {
  loopback_ = is_loopback(host);
  errno = 0;
  const int bound = port == 0 ? bind_to_any_port(host) : (bind_to_port(host, port) ? port : -1);
  if (bound >= 0) {
    ::listen(svr_sock_, kBacklog);  // httplib's own is 5
    return bound;
  }
  const std::string reason = errno == 0 ? "there is no such address here" : std::strerror(errno);
  return Error{Errc::kUnreadable,
               "cannot listen on " + host + ", port " + std::to_string(port) + ": " + reason,
               "--port 0 takes any free port"};
}

bool HttpServer::run() { return listen_after_bind() || stopping_; }

void HttpServer::stop() {
  stopping_ = true;
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t woken = ::write(stop_, &one, sizeof one);
  httplib::Server::stop();
}

bool HttpServer::process_and_close_socket(socket_t socket) {
  Connection connection(socket, stop_, settings_.limits);
  if (refusing) {
    refuse(connection, kTooMany);
    return false;
  }
  bool close = false;
  while (!close && connection.await_request() && serve_request(connection, close)) {
  }
  return true;
}

bool HttpServer::serve_request(Connection& connection, bool& close) {
  bool closed = false;
  bool read = false;  // the head, so that the next request can be told from this one
  const bool served =
      process_request(connection, stopping_, closed, [&](httplib::Request& request) {
        prepare(request, closed);
        read = true;
      });
  close = closed || !read || stopping_;
  if (connection.too_long() != TooLong::kNothing) {
    connection.discard();
    refuse(connection, connection.too_long() == TooLong::kAddress ? kAddressTooLong : kHeadTooLong);
    return false;
  }
  return connection.flush() && served;
}

// Called when the head of a request is read.
void HttpServer::prepare(httplib::Request& request, bool& close) const {
  request.ranges.clear();  // answers are sent whole
  // A body that nobody reads would be taken for the next request.
  const bool read = request.method == "POST" && request.path == "/analyze";
  if (!has_body(request) || (read && !request.has_header("Transfer-Encoding"))) return;
  close = true;
  request.headers.erase("Connection");
  request.set_header("Connection", "close");
}

httplib::Server::HandlerResponse HttpServer::route(const httplib::Request& request,
                                                   httplib::Response& response) {
  if (!may_be_host(request.get_header_value("Host"), loopback_, settings_.names)) {
    take(error_answer(403, "this server does not go by the name in Host",
                      "--name allows another name"),
         response);
    return HandlerResponse::Handled;
  }
  if (request.method == "POST" && request.path == "/analyze") return HandlerResponse::Unhandled;
  answer(request, response, {});
  return HandlerResponse::Handled;
}

void HttpServer::answer(const httplib::Request& request, httplib::Response& response,
                        std::string body) {
  WebRequest asked;
  asked.method = request.method;
  asked.path = request.path;
  asked.parameters.assign(request.params.begin(), request.params.end());
  asked.if_none_match = request.get_header_value("If-None-Match");
  asked.content_type = request.get_header_value("Content-Type");
  asked.body = std::move(body);
  const auto begin = std::chrono::steady_clock::now();
  take(service_.answer(asked), response);
  if (!settings_.log) return;
  const auto took = std::chrono::steady_clock::now() - begin;
  settings_.log(
      {request.method, request.target, response.status,
       static_cast<long>(std::chrono::duration_cast<std::chrono::microseconds>(took).count())});
}

// httplib would unpack a packed body whatever its size; here it is counted as it comes.
void HttpServer::analyze(const httplib::Request& request, httplib::Response& response,
                         const httplib::ContentReader& read) {
  std::string body;
  bool fits = true;
  const bool whole =
      !request.is_multipart_form_data() && read([&](const char* bytes, std::size_t size) {
        fits = body.size() + size <= kMostBodyBytes;
        if (fits) body.append(bytes, size);
        return fits;
      });
  if (whole) {
    answer(request, response, std::move(body));
  } else if (request.is_multipart_form_data()) {
    take(error_answer(415, "the body is neither text/plain nor application/json"), response);
  } else if (!fits || response.status == 413) {
    take(error_answer(413, "the body is longer than " + std::to_string(kMostBodyBytes) + " bytes"),
         response);
  } else {
    take(error_answer(400, "the body did not come whole"), response);
  }
}

}  // namespace dragoman
