#include "options.h"

#include <utility>

#include <boost/program_options.hpp>

#include "time_limit.h"

namespace dragoman {
namespace {

namespace po = boost::program_options;

constexpr int kMostSearchers = 256;
constexpr int kMostConnections = 4096;
constexpr int kLastPort = 65535;

// As typed; numbers are signed, so that -3 is told and not taken for four billion.
struct Numbers {
  int port = 0, searchers = 0, connections = 0;
  double seconds = 0;
};

// The one table of options: read by Boost, told by --help, the man page and the completions.
OptionGroups option_groups(ServeOptions& options, Numbers& numbers) {
  po::options_description what;
  what.add_options()  //
      ("db", po::value(&options.dbs)->value_name("DIR")->composing(),
       "index directory, or tcp://HOST:PORT served by xapian-tcpsrv; may be given more than once")  //
      ("mcp", po::bool_switch(&options.mcp),
       "serve tools to a language model on standard input and output (Model Context Protocol) "
       "instead of HTTP");
  po::options_description where;
  where.add_options()  //
      ("host", po::value(&options.host)->value_name("ADDRESS")->default_value("127.0.0.1"),
       "address to listen on; 127.0.0.1 is reached from this machine only")  //
      ("port", po::value(&numbers.port)->value_name("N")->default_value(8080),
       "port to listen on; 0: any free one, which is printed")  //
      ("name", po::value(&options.names)->value_name("NAME")->composing(),
       "answer requests whose Host is NAME, besides loopback addresses; may be given more than "
       "once");
  po::options_description limits;
  limits.add_options()  //
      ("searchers", po::value(&numbers.searchers)->value_name("N")->default_value(0, "one a core"),
       "questions worked on at once; who finds none free for 5 seconds is told to come again")  //
      ("connections", po::value(&numbers.connections)->value_name("N")->default_value(64),
       "clients connected at once")  //
      ("time-limit", po::value(&numbers.seconds)->value_name("SECONDS")->default_value(5),
       "a search that takes longer ends with what it has found, and says so; 0: none does");
  po::options_description other;
  other.add_options()  //
      ("verbose", po::bool_switch(&options.verbose),
       "print a line on standard error for each request")  //
      ("generate", po::value(&options.generate)->value_name(std::string("WHAT:") + kGenerated),
       "print the man page, or the completions of a shell: {}")      //
      ("help,h", po::bool_switch(&options.help), "print this text")  //
      ("version", po::bool_switch(&options.version), "print the version");
  return {{"What is served", what}, {"Where", where}, {"Limits", limits}, {"Other", other}};
}

Error usage(std::string message) {
  return {Errc::kUsage, std::move(message), "see dragoman-serve --help"};
}

Result<void> check_number(const char* name, int value, int most) {
  if (value >= 0 && value <= most) return {};
  return usage(std::string(name) + " wants a number from 0 to " + std::to_string(most));
}

}  // namespace

Result<ServeOptions> parse_serve_options(int argc, const char* const* argv) {
  ServeOptions options;
  Numbers numbers;
  po::options_description all;
  for (const OptionGroup& group : option_groups(options, numbers)) all.add(group.options);
  po::variables_map values;
  try {
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(argc, argv)
                  .options(all)
                  .positional(po::positional_options_description())
                  .style(style)
                  .run(),
              values);
    po::notify(values);
  } catch (const po::error& error) {
    return usage(error.what());
  }
  if (options.help || options.version || !options.generate.empty()) return options;
  if (options.dbs.empty()) return usage("--db DIR is missing");
  for (const Result<void>& checked :
       {check_number("--port", numbers.port, kLastPort),
        check_number("--searchers", numbers.searchers, kMostSearchers),
        check_number("--connections", numbers.connections, kMostConnections)}) {
    if (!checked) return checked.error();
  }
  const Result<std::chrono::milliseconds> time_limit = time_limit_of(numbers.seconds);
  if (!time_limit) return time_limit.error();
  options.time_limit = *time_limit;
  options.port = numbers.port;
  options.searchers = static_cast<unsigned>(numbers.searchers);
  options.connections = static_cast<unsigned>(numbers.connections);
  return options;
}

ProgramPage serve_page() {
  ServeOptions options;
  Numbers numbers;
  ProgramPage page;
  page.name = "dragoman-serve";
  page.version = DRAGOMAN_VERSION;
  page.summary = "serve an index to browsers, programs and language models";
  page.synopsis = {"--db DIR [OPTIONS]", "--db DIR --mcp"};
  page.description =
      "Answers over HTTP: a page to search with in a browser, and JSON for programs. It is reached "
      "from this machine only unless --host says otherwise; it knows no users and no encryption. An "
      "index that is written to meanwhile is read anew by itself. SIGTERM and SIGINT end it when "
      "requests under way are answered.";
  page.options = option_groups(options, numbers);
  page.sections = {{"What can be asked",
                    {{"/", "the page"},
                     {"/search?q=CSTO", "hits, as dragoman-search --format json prints them"},
                     {"/facets?q=CSTO", "the matches counted by field"},
                     {"/suggest?q=shang", "what a query may go on with"},
                     {"/doc/ID?q=CSTO", "a document, with marks"},
                     {"/analyze", "POST a text: what is named in it"},
                     {"/health", "whether it works, and what the index holds"},
                     {"/openapi.json", "all of it, for programs"}}}};
  page.exit_status = {{"0", "ended by a signal, or by the end of the input with --mcp"},
                      {"2", "error"}};
  page.examples = {
      {"dragoman-serve --db news.db", "Then open http://127.0.0.1:8080/ in a browser."},
      {"curl 'http://127.0.0.1:8080/search?q=CSTO&lang=ru'",
       "For programs: the documents in Russian, as JSON."}};
  return page;
}

}  // namespace dragoman
