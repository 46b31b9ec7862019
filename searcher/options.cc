#include "options.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

#include <boost/program_options.hpp>

namespace dragoman {
namespace {

namespace po = boost::program_options;

constexpr int kMostHits = 10000;
constexpr int kMostPassages = 100;
constexpr int kMostColumns = 1000;

const std::map<std::string_view, OutputFormat> kFormats = {{"text", OutputFormat::kText},
                                                           {"json", OutputFormat::kJson},
                                                           {"ids", OutputFormat::kIds},
                                                           {"trec", OutputFormat::kTrec}};
const std::map<std::string_view, ColorChoice> kColors = {
    {"auto", ColorChoice::kAuto}, {"always", ColorChoice::kAlways}, {"never", ColorChoice::kNever}};

// As typed; numbers are signed, so that -3 is told and not taken for four billion.
struct Texts {
  std::vector<std::string> query;
  std::string format, color, facets;
  int limit = 0, offset = 0, passages = 0, width = 0;
};

po::options_description visible_options(SearchOptions& options, Texts& texts) {
  po::options_description all("Options");
  auto add = all.add_options();
  add("db", po::value(&options.dbs)->value_name("DIR")->composing(),
      "index directory; may be given more than once");
  add("limit,n", po::value(&texts.limit)->value_name("N")->default_value(10), "hits shown");
  add("offset", po::value(&texts.offset)->value_name("N")->default_value(0),
      "hits left out before the first");
  add("sort", po::value(&options.request.sort)->value_name("ORDER")->default_value("relevance"),
      "relevance, date (oldest first), date- or symbol");
  add("facet", po::value(&texts.facets)->value_name("F,…"),
      "count the matches by org, year, lang, source, type");
  add("translate", po::bool_switch(&options.request.translate),
      "search phrases such as \"arms embargo\" in all languages of the index");
  add("timeline", po::bool_switch(&options.timeline), "draw the matches by year");
  add("all-copies", po::bool_switch(&options.request.all_copies),
      "show all of several near copies, not only the first");
  add("passages", po::value(&texts.passages)->value_name("N")->default_value(2),
      "passages of each hit; 0: none");
  add("format", po::value(&texts.format)->value_name("NAME")->default_value("text"),
      "text, json, ids or trec");
  add("color", po::value(&texts.color)->value_name("WHEN")->default_value("auto"),
      "auto, always or never; auto obeys NO_COLOR");
  add("width", po::value(&texts.width)->value_name("N")->default_value(0, "terminal"),
      "columns of the text");
  add("batch", po::value(&options.batch)->value_name("FILE"),
      "one query a line, or id<TAB>query; - is standard input");
  add("show", po::value(&options.show)->value_name("ID"), "print a document as it was indexed");
  add("stats", po::bool_switch(&options.stats), "print what the index holds");
  add("explain", po::bool_switch(&options.explain), "print how the query was understood");
  add("help,h", po::bool_switch(&options.help), "print this text");
  add("version", po::bool_switch(&options.version), "print the version");
  return all;
}

Error usage(std::string message) {
  return {Errc::kUsage, std::move(message), "see dragoman-search --help"};
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

Result<void> take_number(const char* name, int value, int most, unsigned& out) {
  if (value < 0 || value > most)
    return usage(std::string(name) + " wants a number from 0 to " + std::to_string(most));
  out = static_cast<unsigned>(value);
  return {};
}

// Checks what was typed and moves it into `options`.
Result<void> take(const Texts& texts, SearchOptions& options) {
  SearchRequest& request = options.request;
  if (Result<void> done = take_number("-n", texts.limit, kMostHits, request.limit); !done)
    return done;
  if (Result<void> done = take_number("--offset", texts.offset, 1000 * kMostHits, request.offset);
      !done)
    return done;
  if (Result<void> done =
          take_number("--passages", texts.passages, kMostPassages, request.passages);
      !done)
    return done;
  if (Result<void> done = take_number("--width", texts.width, kMostColumns, options.width); !done)
    return done;
  const auto format = kFormats.find(texts.format);
  if (format == kFormats.end()) return usage("--format knows no '" + texts.format + "'");
  const auto color = kColors.find(texts.color);
  if (color == kColors.end())
    return usage("--color is auto, always or never, not '" + texts.color + "'");
  options.format = format->second;
  options.color = color->second;
  request.facets = split(texts.facets, ',');
  if (options.timeline &&
      std::find(request.facets.begin(), request.facets.end(), "year") == request.facets.end()) {
    request.facets.emplace_back("year");
  }
  for (const std::string& word : texts.query)
    request.query += (request.query.empty() ? "" : " ") + word;
  return {};
}

}  // namespace

Result<SearchOptions> parse_search_options(int argc, const char* const* argv) {
  SearchOptions options;
  Texts texts;
  po::options_description all = visible_options(options, texts);
  all.add_options()("query", po::value(&texts.query));
  po::positional_options_description positional;
  positional.add("query", -1);
  po::variables_map values;
  try {
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(
        po::command_line_parser(argc, argv).options(all).positional(positional).style(style).run(),
        values);
    po::notify(values);
  } catch (const po::error& error) {
    return usage(std::string(error.what()) +
                 (values.empty() ? "; put -- before a query that begins with -" : ""));
  }
  if (options.help || options.version) return options;
  if (options.dbs.empty()) return usage("--db DIR is missing");
  if (Result<void> done = take(texts, options); !done) return done.error();
  const bool other_work = !options.batch.empty() || !options.show.empty() || options.stats;
  if (texts.query.empty() && !other_work) return usage("there is no query");
  return options;
}

std::string search_help() {
  SearchOptions options;
  Texts texts;
  std::ostringstream out;
  out << "Usage: dragoman-search --db DIR [OPTIONS] QUERY…\n\n"
         "Searches an index made by dragoman-index. A name or acronym of an organization, in any\n"
         "language, finds the organization under all its names.\n\n"
      << visible_options(options, texts)
      << "\nQueries:\n"
         "  SCO cooperation             documents with all words first, then with any\n"
         "  \"joint communique\"          a phrase;  =\"Exact Words\" letter by letter\n"
         "  SCO AND (CIS OR CSTO)       also NOT, +demanded, -excluded, UN NEAR/5 SCO, cooperat*\n"
         "  org:sco  org:=sco           the organization with its parts and former names; only itself\n"
         "  sym:A/RES/71/12  cites:…    a document symbol; documents that cite it\n"
         "  title:summit lang:ru source:TASS type:speech id:… date:2016-11 date:2016-11-20..2016-11-30\n"
         "  date:>2016  mention:2016-11-24  country:ARM (any key of the documents)\n"
         "\nExit status: 0 hits, 1 none, 2 error, 3 a part of the index could not be asked.\n\n"
         "Example: dragoman-search --db news.db 'SCO cooperation date:2016'\n";
  return out.str();
}

}  // namespace dragoman
