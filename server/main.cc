// dragoman-serve: an index over HTTP, or as tools of a language model. Exit 0 ended in order, 2 error.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

#include <unistd.h>

#include "http_server.h"
#include "mcp_server.h"
#include "options.h"
#include "printable.h"
#include "searcher_pool.h"
#include "service.h"

namespace {

using namespace dragoman;

constexpr int kDone = 0;
constexpr int kFailed = 2;

int complain(const Error& error) {
  std::fprintf(stderr, "dragoman-serve: %s\n", printable(error.message).c_str());
  if (!error.hint.empty()) std::fprintf(stderr, "dragoman-serve: hint: %s\n", error.hint.c_str());
  return kFailed;
}

// The signals that end the program. Blocked in all threads, they are waited for in one.
sigset_t ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

void log(const ServedRequest& served) {
  std::fprintf(stderr, "%s %s %d %ld µs\n", printable(served.method).c_str(),
               printable(served.target).c_str(), served.status, served.took_us);
}

int serve_http(SearcherPool& pool, const ServeOptions& options) {
  const sigset_t signals = ending_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  const Service service(pool);
  HttpServer server(service, {.connections = options.connections,
                              .names = options.names,
                              .limits = {},
                              .log = options.verbose ? log : nullptr});
  const Result<int> port = server.bind(options.host, options.port);
  if (!port) return complain(port.error());
  const bool six = options.host.find(':') != std::string::npos;
  std::printf("dragoman-serve: http://%s:%d/\n",
              six ? ("[" + options.host + "]").c_str() : options.host.c_str(), *port);
  std::fflush(stdout);
  bool served = false;
  std::thread serving([&] {
    served = server.run();
    kill(getpid(), SIGTERM);  // when listening has failed, nobody else ends the waiting below
  });
  int signal = 0;
  sigwait(&signals, &signal);
  server.stop();
  serving.join();
  return served ? kDone : complain({Errc::kUnreadable, "cannot take connections any more", ""});
}

int serve_mcp(const ServeOptions& options) {
  Result<Searcher> searcher = Searcher::open(options.dbs);
  if (!searcher) return complain(searcher.error());
  searcher->set_time_limit(options.time_limit);
  McpServer server(*searcher);
  std::ios::sync_with_stdio(false);
  serve_lines(server, std::cin, std::cout);
  return kDone;
}

unsigned searchers_of(const ServeOptions& options) {
  return options.searchers > 0 ? options.searchers
                               : std::max(1u, std::thread::hardware_concurrency());
}

int serve(const ServeOptions& options) {
  std::signal(SIGPIPE, SIG_IGN);
  if (options.mcp) return serve_mcp(options);
  Result<std::unique_ptr<SearcherPool>> pool =
      SearcherPool::open(options.dbs, searchers_of(options), options.time_limit);
  return pool ? serve_http(**pool, options) : complain(pool.error());
}

}  // namespace

int main(int argc, char** argv) {
  const Result<ServeOptions> options = parse_serve_options(argc, argv);
  if (!options) return complain(options.error());
  if (options->help) {
    std::fputs(help_text(serve_page()).c_str(), stdout);
  } else if (options->version) {
    std::puts("dragoman-serve " DRAGOMAN_VERSION);
  } else if (!options->generate.empty()) {
    const Result<std::string> text = generated(serve_page(), options->generate);
    if (!text) return complain(text.error());
    std::fputs(text->c_str(), stdout);
  } else {
    return serve(*options);
  }
  return kDone;
}
