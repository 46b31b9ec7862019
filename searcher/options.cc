#include "options.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

#include <boost/program_options.hpp>

#include "time_limit.h"

namespace dragoman {
namespace {

namespace po = boost::program_options;

constexpr int kMostHits = 10000;
constexpr int kMostPassages = 100;
constexpr int kMostColumns = 1000;

const std::map<std::string_view, OutputFormat> kFormats = {
    {"text", OutputFormat::kText}, {"json", OutputFormat::kJson}, {"html", OutputFormat::kHtml},
    {"csv", OutputFormat::kCsv},   {"ids", OutputFormat::kIds},   {"trec", OutputFormat::kTrec}};
const std::map<std::string_view, ColorChoice> kColors = {
    {"auto", ColorChoice::kAuto}, {"always", ColorChoice::kAlways}, {"never", ColorChoice::kNever}};

// As typed; numbers are signed, so that -3 is told and not taken for four billion.
struct Texts {
  std::vector<std::string> query;
  std::string format, color, facets, line;
  int limit = 0, offset = 0, passages = 0, width = 0;
  double seconds = 0;
};

// The one table of options: read by Boost, told by --help, the man page and the completions.
OptionGroups option_groups(SearchOptions& options, Texts& texts) {
  po::options_description where;
  where.add_options()  //
      ("db", po::value(&options.dbs)->value_name("DIR")->composing(),
       "index directory, or tcp://HOST:PORT served by xapian-tcpsrv; may be given more than once")  //
      ("sort",
       po::value(&options.request.sort)
           ->value_name("ORDER:relevance|date|date-|symbol")
           ->default_value("relevance"),
       "order of the hits: {}; date has the oldest first")  //
      ("translate", po::bool_switch(&options.request.reach.translate),
       "search phrases such as \"arms embargo\" in all languages of the index")  //
      ("maybe", po::bool_switch(&options.request.reach.maybe),
       "find an organization where only its acronym stands and nothing tells what it means")  //
      ("related", po::bool_switch(&options.request.reach.related),
       "find with an organization those that came before or after it or belong to it")  //
      ("time-limit", po::value(&texts.seconds)->value_name("SECONDS")->default_value(10),
       "a search that takes longer ends with what it has found (exit 3); 0: none does")  //
      ("batch", po::value(&options.batch)->value_name("FILE"),
       "one query a line, or id<TAB>query; - is standard input");
  po::options_description shown;
  shown.add_options()                                                                         //
      ("limit,n", po::value(&texts.limit)->value_name("N")->default_value(10), "hits shown")  //
      ("offset", po::value(&texts.offset)->value_name("N")->default_value(0),
       "hits left out before the first")  //
      ("passages", po::value(&texts.passages)->value_name("N")->default_value(2),
       "passages of each hit; 0: none")  //
      ("all-copies", po::bool_switch(&options.request.all_copies),
       "show all of several near copies, not only the first")  //
      ("facet", po::value(&texts.facets)->value_name("FIELD,…:org|year|lang|source|type"),
       "count the matches by {}")                                                   //
      ("timeline", po::bool_switch(&options.timeline), "draw the matches by year")  //
      ("explain", po::bool_switch(&options.request.compiled), "print how the query was understood");
  po::options_description form;
  form.add_options()  //
      ("format",
       po::value(&texts.format)
           ->value_name("NAME:text|json|html|csv|ids|trec")
           ->default_value("text"),
       "form of the answer: {}")  //
      ("template", po::value(&texts.line)->value_name("TEXT"),
       ("print this for each hit, as \"{date} {title}\\n\"; fields are " + template_fields())
           .c_str())  //
      ("color",
       po::value(&texts.color)->value_name("WHEN:auto|always|never")->default_value("auto"),
       "marks in colour: {}; auto obeys NO_COLOR")  //
      ("width", po::value(&texts.width)->value_name("N")->default_value(0, "the terminal's"),
       "columns of the text");
  po::options_description instead;
  instead.add_options()  //
      ("show", po::value(&options.show)->value_name("ID"),
       "print a document as it was indexed, on a terminal with a pager; a query marks what it finds")  //
      ("stats", po::bool_switch(&options.stats), "print what the index holds")  //
      ("save", po::value(&options.save)->value_name("NAME"),
       "search, and save the query; what it finds now is not new")  //
      ("new", po::value(&options.fresh)->value_name("NAME"),
       "show what a saved query finds that was not shown before; exit 1 when nothing is new; "
       "--db may be left out")  //
      ("state", po::value(&options.state)->value_name("DIR"),
       "where saved queries and the history are kept [$XDG_STATE_HOME/dragoman]")  //
      ("generate", po::value(&options.generate)->value_name(std::string("WHAT:") + kGenerated),
       "print the man page, or the completions of a shell: {}")      //
      ("help,h", po::bool_switch(&options.help), "print this text")  //
      ("version", po::bool_switch(&options.version), "print the version");
  return {{"What is searched", where},
          {"What is shown", shown},
          {"How it is shown", form},
          {"Instead of searching", instead}};
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
  const Result<std::chrono::milliseconds> time_limit = time_limit_of(texts.seconds);
  if (!time_limit) return time_limit.error();
  options.time_limit = *time_limit;
  const auto format = kFormats.find(texts.format);
  if (format == kFormats.end()) return usage("--format knows no '" + texts.format + "'");
  const auto color = kColors.find(texts.color);
  if (color == kColors.end())
    return usage("--color is auto, always or never, not '" + texts.color + "'");
  options.format = format->second;
  if (!texts.line.empty()) {
    if (texts.format != "text")
      return usage("--template is a format of its own: leave out --format");
    Result<HitTemplate> line = HitTemplate::parse(texts.line);
    if (!line) return line.error();
    options.line = std::move(*line);
    options.format = OutputFormat::kTemplate;
  }
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
  po::options_description all;
  for (const OptionGroup& group : option_groups(options, texts)) all.add(group.options);
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
  if (options.help || options.version || !options.generate.empty()) return options;
  if (options.dbs.empty() && options.fresh.empty()) return usage("--db DIR is missing");
  if (Result<void> done = take(texts, options); !done) return done.error();
  const bool other_work =
      !options.batch.empty() || !options.show.empty() || options.stats || !options.fresh.empty();
  if (!options.save.empty() && (texts.query.empty() || other_work))
    return usage("--save NAME wants a query to save");
  if (!options.fresh.empty() && !texts.query.empty())
    return usage("--new NAME has its query already");
  options.interactive = texts.query.empty() && !other_work;
  return options;
}

ProgramPage search_page() {
  SearchOptions options;
  Texts texts;
  ProgramPage page;
  page.name = "dragoman-search";
  page.version = DRAGOMAN_VERSION;
  page.summary = "search documents of diplomacy from the terminal";
  page.synopsis = {"--db DIR [OPTIONS] QUERY…", "--db DIR [OPTIONS] --batch FILE",
                   "--db DIR [OPTIONS]", "--db DIR --show ID [QUERY…]"};
  page.arguments = "query";
  page.description =
      "Searches an index made by dragoman-index. A name or acronym of an organization, in any "
      "language, finds the organization under all its names. Documents with all words of a short query come first. "
      "Without a query, on a terminal, it asks for them; :help tells more then.";
  page.options = option_groups(options, texts);
  page.sections = {
      {"Queries",
       {{"SCO cooperation", "documents with all words first, then with any"},
        {"\"joint communique\"", "a phrase"},
        {"=\"Exact Words\"", "letter by letter"},
        {"SCO AND (CIS OR CSTO)", "also NOT, +demanded, -excluded"},
        {"UN NEAR/5 SCO", "within five words, in any order"},
        {"cooperat*", "words that begin so"},
        {"org:sco  org:=sco", "the organization with its parts and former names; only itself"},
        {"sym:A/RES/71/12", "a document symbol; cites:… documents that cite it"},
        {"title:summit lang:ru",
         "fields: title, lang, source, type, id, and any key of the documents"},
        {"lang:(ru OR fr)", "a field of several values"},
        {"date:2016-11", "also date:>2016 and date:2016-11-20..2016-11-30"},
        {"mention:2016-11-24", "the text speaks of that day"}}}};
  page.sections.push_back({"Environment",
                           {{"PAGER", "what shows a document on a terminal; else less -R"},
                            {"NO_COLOR", "when not empty, no colours but with --color always"}}});
  page.exit_status = {{"0", "hits"},
                      {"1", "none"},
                      {"2", "error"},
                      {"3", "a part of the answer: a server could not be asked, or time was up"}};
  page.examples = {{"dragoman-search --db news.db 'SCO cooperation date:2016'",
                    "The ten best documents of 2016, with the passages that match."},
                   {"dragoman-search --db news.db --save csto 'org:csto'",
                    "Saves a query; --new csto then shows what came since."},
                   {"dragoman-search --db news.db --format json --facet org,year CSTO",
                    "For programs: one line of JSON, with the matches counted."}};
  return page;
}

}  // namespace dragoman
