// dragoman-search: queries -> hits. Exit 0 hits, 1 none, 2 error, 3 partial answer.
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include <langinfo.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/schema.h"
#include "line_editor.h"
#include "options.h"
#include "printer.h"
#include "saved_query.h"
#include "session.h"
#include "terminal_text.h"

namespace {

using namespace dragoman;

constexpr int kHits = 0;
constexpr int kNone = 1;
constexpr int kFailed = 2;
constexpr int kPartial = 3;
constexpr unsigned kDefaultWidth = 80;

int complain(const Error& error) {
  std::fprintf(stderr, "dragoman-search: %s\n", plain_line(error.message).c_str());
  if (!error.hint.empty()) std::fprintf(stderr, "dragoman-search: hint: %s\n", error.hint.c_str());
  return kFailed;
}

bool colored(ColorChoice choice) {
  if (choice != ColorChoice::kAuto) return choice == ColorChoice::kAlways;
  const char* none = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (none == nullptr || *none == '\0');
}

unsigned width_of(const SearchOptions& options) {
  if (options.width > 0) return options.width;
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kDefaultWidth;
}

std::unique_ptr<Printer> make_printer(const SearchOptions& options) {
  switch (options.format) {
    case OutputFormat::kJson:
      return make_json_printer(options);
    case OutputFormat::kHtml:
      return make_html_printer();
    case OutputFormat::kCsv:
      return make_csv_printer(options);
    case OutputFormat::kTemplate:
      return make_template_printer(options);
    case OutputFormat::kIds:
    case OutputFormat::kTrec:
      return make_list_printer(options, isatty(STDOUT_FILENO) != 0);
    case OutputFormat::kText:
      break;
  }
  return make_text_printer(options, colored(options.color), width_of(options));
}

// False when nobody reads any more: head(1) has seen enough, and that is no error.
bool write(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

Result<Searcher> open_searcher(const SearchOptions& options) {
  Result<Searcher> searcher = Searcher::open(options.dbs);
  if (searcher) searcher->set_time_limit(options.time_limit);
  return searcher;
}

int search_one(Searcher& searcher, const SearchOptions& options) {
  const Result<Answer> answer = searcher.search(options.request);
  if (!answer) return complain(answer.error());
  const std::unique_ptr<Printer> printer = make_printer(options);
  write(printer->begin() + printer->print(*answer, std::nullopt) + printer->end());
  if (answer->partial) return kPartial;
  return answer->hits.empty() ? kNone : kHits;
}

int search_batch(Searcher& searcher, const SearchOptions& options) {
  std::ifstream file;
  if (options.batch != "-") {
    file.open(options.batch);
    if (!file)
      return complain({Errc::kNotFound, "cannot read the queries in " + options.batch, ""});
  }
  std::istream& queries = options.batch == "-" ? std::cin : file;
  const std::unique_ptr<Printer> printer = make_printer(options);
  write(printer->begin());
  bool any = false, partial = false;
  for (std::string line; std::getline(queries, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    SearchRequest request = options.request;
    std::optional<std::string> id;
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) id = line.substr(0, tab);
    request.query = tab == std::string::npos ? line : line.substr(tab + 1);
    const Result<Answer> answer = searcher.search(request);
    if (!answer) return complain(answer.error());
    any = any || !answer->hits.empty();
    partial = partial || answer->partial;
    if (!write(printer->print(*answer, id))) break;
    if (options.batch == "-") std::fflush(stdout);  // another program may be waiting for the answer
  }
  write(printer->end());
  if (partial) return kPartial;
  return any ? kHits : kNone;
}

// Through the reader's pager on a terminal. False when there is no such program.
bool page(const std::string& text) {
  const char* chosen = std::getenv("PAGER");
  setenv("LESS", "FRX",
         /*overwrite=*/0);  // quit when all fits, let colours through, leave the text standing
  FILE* pager = popen(chosen != nullptr && *chosen != '\0' ? chosen : "less -R", "w");
  if (pager == nullptr) return false;
  std::fwrite(text.data(), 1, text.size(), pager);
  const int status = pclose(pager);
  return !(WIFEXITED(status) && (WEXITSTATUS(status) == 126 || WEXITSTATUS(status) == 127));
}

int show(Searcher& searcher, const SearchOptions& options) {
  const Result<MarkedDocument> shown = searcher.show(options.show, options.request);
  if (!shown) return complain(shown.error());
  const bool terminal = isatty(STDOUT_FILENO) != 0;
  const unsigned width = terminal ? width_of(options) : options.width;
  const std::string text = document_text(*shown, colored(options.color), width);
  if (!terminal || !page(text)) write(text);
  return kHits;
}

int print_stats(Searcher& searcher) {
  const Result<IndexStats> stats = searcher.stats();
  if (!stats) return complain(stats.error());
  std::string langs;
  for (const std::string& lang : stats->langs) langs += (langs.empty() ? "" : " ") + lang;
  std::printf("documents:     %llu\nlanguages:     %s\norganizations: %llu\n",
              static_cast<unsigned long long>(stats->documents), langs.c_str(),
              static_cast<unsigned long long>(stats->organizations));
  if (!stats->first_date.empty())
    std::printf("dates:         %s to %s\n", stats->first_date.c_str(), stats->last_date.c_str());
  std::printf("schema:        %s\nanalyzer:      %s\n", stats->schema.c_str(),
              stats->analyzer.c_str());
  return kHits;
}

// Where the user's programs keep what they remember. Empty where there is no such place.
std::string state_folder(const SearchOptions& options) {
  if (!options.state.empty()) return options.state;
  const char* state = std::getenv("XDG_STATE_HOME");
  if (state != nullptr && *state == '/') return std::string(state) + "/dragoman";
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? std::string(home) + "/.local/state/dragoman" : "";
}

// The folder, made where it is missing; what is kept there is nobody else's business.
std::string made_state_folder(const SearchOptions& options) {
  const std::filesystem::path folder = state_folder(options);
  std::error_code failed;
  if (folder.empty()) return {};
  if (std::filesystem::create_directories(folder, failed))
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
  return failed ? "" : folder.string();
}

int talk(Searcher& searcher, const SearchOptions& options) {
  if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0)
    return complain({Errc::kUsage, "there is no query", "see dragoman-search --help"});
  if (std::setlocale(LC_CTYPE, "") == nullptr || std::string(nl_langinfo(CODESET)) != "UTF-8")
    std::setlocale(LC_CTYPE, "C.UTF-8");
  const std::string folder = made_state_folder(options);
  LineEditor editor(folder.empty() ? "" : folder + "/history");
  Session session(searcher, options, colored(options.color));
  while (const std::optional<std::string> line = editor.read("dragoman> ")) {
    const SessionReply reply = session.run(*line, width_of(options));
    if (reply.quit) return kHits;
    if (!reply.paged || !page(reply.text)) write(reply.text);
    std::fflush(stdout);
  }
  write("\n");
  return kHits;
}

std::string saved_folder(const SearchOptions& options) {
  const std::string folder = made_state_folder(options);
  return folder.empty() ? "" : folder + "/queries";
}

// Searches, and remembers all that was found: only what comes later is new.
int save_query(Searcher& searcher, const SearchOptions& options) {
  SavedQuery saved{options.request.query, {}, options.request.reach, {}};
  for (const std::string& db : options.dbs)
    saved.dbs.push_back(db.starts_with("tcp://") ? db : std::filesystem::absolute(db).string());
  SearchOptions all = options;
  all.request.passages = 0;
  all.request.limit = 1;
  all.request.suggest = false;
  all.request.wanted = [&saved](const std::string& id) {
    saved.see(id);
    return true;
  };
  const Result<Answer> found = searcher.search(all.request);
  if (!found) return complain(found.error());
  const Result<void> done = write_saved_query(saved_folder(options), options.save, saved);
  return done ? search_one(searcher, options) : complain(done.error());
}

// What was shown is remembered; what -n leaves out is new the next time too.
int search_new(SearchOptions options) {
  const std::string folder = saved_folder(options);
  Result<SavedQuery> saved = read_saved_query(folder, options.fresh);
  if (!saved) return complain(saved.error());
  if (options.dbs.empty()) options.dbs = saved->dbs;
  Result<Searcher> searcher = open_searcher(options);
  if (!searcher) return complain(searcher.error());
  options.request.query = saved->query;
  options.request.reach = saved->reach;
  options.request.suggest = false;
  options.request.wanted = [&saved](const std::string& id) { return !saved->has_seen(id); };
  const Result<Answer> answer = searcher->search(options.request);
  if (!answer) return complain(answer.error());
  const std::unique_ptr<Printer> printer = make_printer(options);
  if (!write(printer->begin() + printer->print(*answer, std::nullopt) + printer->end()) ||
      std::fflush(stdout) != 0)
    return kFailed;
  for (const Hit& hit : answer->hits) saved->see(hit.id);
  if (answer->hits.empty()) return answer->partial ? kPartial : kNone;
  const Result<void> done = write_saved_query(folder, options.fresh, *saved);
  if (!done) return complain(done.error());
  return answer->partial ? kPartial : kHits;
}

int run(const SearchOptions& options) {
  if (!options.fresh.empty()) return search_new(options);
  Result<Searcher> searcher = open_searcher(options);
  if (!searcher) return complain(searcher.error());
  if (!options.save.empty()) return save_query(*searcher, options);
  if (options.interactive) return talk(*searcher, options);
  if (options.stats) return print_stats(*searcher);
  if (!options.show.empty()) return show(*searcher, options);
  return options.batch.empty() ? search_one(*searcher, options) : search_batch(*searcher, options);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  try {
    const Result<SearchOptions> options = parse_search_options(argc, argv);
    if (!options) return complain(options.error());
    if (options->help) {
      std::fputs(help_text(search_page()).c_str(), stdout);
      return kHits;
    }
    if (!options->generate.empty()) {
      const Result<std::string> text = generated(search_page(), options->generate);
      if (!text) return complain(text.error());
      write(*text);
      return kHits;
    }
    if (options->version) {
      std::printf("dragoman-search %s (schema %s, analyzer %s)\n", DRAGOMAN_VERSION,
                  std::string(kSchemaVersion).c_str(), std::string(kAnalyzerVersion).c_str());
      return kHits;
    }
    return run(*options);
  } catch (const std::exception& error) {
    return complain({Errc::kIndexIo, error.what(), ""});
  }
}
