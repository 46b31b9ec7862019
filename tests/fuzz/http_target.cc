// Any bytes are what a client sends: HttpServer and Service answer over a pair of sockets, as they would over the net.
// What is answered is HTTP with headers that the server knows, its JSON is JSON, and nothing goes wrong inside (500).
#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include <sys/socket.h>
#include <unistd.h>

#include "http_server.h"
#include "small_index.h"
#include "target.h"

namespace dragoman::fuzz {
namespace {

constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::string_view kKnownHeaders[] = {"Accept-Ranges",
                                              "Allow",
                                              "Cache-Control",
                                              "Connection",
                                              "Content-Encoding",
                                              "Content-Length",
                                              "Content-Security-Policy",
                                              "Content-Type",
                                              "Cross-Origin-Opener-Policy",
                                              "Cross-Origin-Resource-Policy",
                                              "ETag",
                                              "Keep-Alive",
                                              "Referrer-Policy",
                                              "Retry-After",
                                              "Transfer-Encoding",
                                              "Vary",
                                              "X-Content-Type-Options",
                                              "X-Frame-Options"};

// All that is served, for the whole run.
class Server {
 public:
  Server() : pool_(open_pool()), service_(*pool_), http_(service_, settings()) {}

  void serve(int socket) { http_.serve(socket); }

 private:
  static std::unique_ptr<SearcherPool> open_pool() {
    Result<std::unique_ptr<SearcherPool>> pool = SearcherPool::open({small_index()}, 1, kTimeLimit);
    promise(bool(pool), "an index is opened");
    return std::move(*pool);
  }

  // A client here has sent all there will be, and takes the answer later: waiting for it would be in vain.
  static HttpSettings settings() {
    HttpSettings settings;
    settings.limits.answer = std::chrono::milliseconds(0);
    return settings;
  }

  std::unique_ptr<SearcherPool> pool_;
  Service service_;
  HttpServer http_;
};

// What the server sends to who sends `input`; of long answers, what the kernel keeps.
std::string exchange(Server& server, std::string_view input) {
  std::array<int, 2> ends{};
  promise(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0, "there are sockets");
  const auto [client, servers] = ends;
  const ssize_t sent = ::send(client, input.data(), input.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  promise(sent == static_cast<ssize_t>(input.size()), "the kernel keeps a request");
  ::shutdown(client, SHUT_WR);
  server.serve(servers);
  std::string answer;
  std::array<char, 65'536> part{};
  for (ssize_t got = 0; (got = ::read(client, part.data(), part.size())) > 0;)
    answer.append(part.data(), static_cast<std::size_t>(got));
  ::close(client);
  return answer;
}

// Names and values; a line that is no header, or none of ours, is a broken promise.
std::string header(std::string_view head, std::string_view wanted) {
  std::string found;
  for (std::size_t at = head.find("\r\n"); at != std::string_view::npos;) {
    const std::size_t begin = at + 2;
    at = head.find("\r\n", begin);
    const std::string_view line = head.substr(begin, at - begin);
    const std::string_view name = line.substr(0, line.find(": "));
    promise(std::count(std::begin(kKnownHeaders), std::end(kKnownHeaders), name) == 1,
            "a header is one that the server knows");
    if (name == wanted) found = line.substr(std::min(line.size(), name.size() + 2));
  }
  return found;
}

void check_answer(std::string_view answer) {
  constexpr std::string_view kVersion = "HTTP/1.1 ";
  promise(answer.starts_with(kVersion), "what is answered is HTTP");
  promise(!answer.substr(kVersion.size()).starts_with("500"), "nothing goes wrong inside");
  const std::size_t end = answer.find(kHeadEnd);
  if (end == std::string_view::npos) return;  // cut by the kernel, or "100 Continue" alone
  const std::string_view head = answer.substr(0, end);
  const std::string_view rest = answer.substr(end + kHeadEnd.size());
  const std::string length = header(head, "Content-Length");
  std::size_t bytes = 0;
  std::from_chars(length.data(), length.data() + length.size(), bytes);
  if (bytes == 0 || rest.size() < bytes) return;
  const std::string_view body = rest.substr(0, bytes);
  if (body.starts_with(kVersion) || !header(head, "Content-Encoding").empty())
    return;  // HEAD; packed
  if (header(head, "Content-Type") == "application/json")
    promise(nlohmann::json::accept(body), "what is said to be JSON is JSON");
}

}  // namespace

void serve_http(std::string_view input) {
  static Server server;
  if (const std::string answer = exchange(server, input); !answer.empty()) check_answer(answer);
}

}  // namespace dragoman::fuzz
