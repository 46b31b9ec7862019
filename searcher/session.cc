#include "session.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "dragoman/searcher/query_completion.h"
#include "printer.h"
#include "terminal_text.h"

namespace dragoman {

// Each takes what stands behind the command.
struct SessionCommands {
  static SessionReply help(Session&, const std::string&, unsigned);
  static SessionReply show(Session&, const std::string&, unsigned);
  static SessionReply more(Session&, const std::string&, unsigned);
  static SessionReply facets(Session&, const std::string&, unsigned);
  static SessionReply timeline(Session&, const std::string&, unsigned);
  static SessionReply sort(Session&, const std::string&, unsigned);
  static SessionReply translate(Session&, const std::string&, unsigned);
  static SessionReply explain(Session&, const std::string&, unsigned);
  static SessionReply db(Session&, const std::string&, unsigned);
  static SessionReply quit(Session&, const std::string&, unsigned);
};

namespace {

struct Command {
  std::string_view name, argument, text;
  SessionReply (*run)(Session&, const std::string&, unsigned);
};

constexpr std::array<Command, 10> kCommands = {{
    {"help", "", "this list", SessionCommands::help},
    {"show", "N", "the document of hit N, marked; also an id", SessionCommands::show},
    {"more", "", "the next hits", SessionCommands::more},
    {"facets", "F,…", "count the matches by org, year, lang, source, type",
     SessionCommands::facets},
    {"timeline", "", "draw the matches by year", SessionCommands::timeline},
    {"sort", "ORDER", "relevance, date, date- or symbol, from now on", SessionCommands::sort},
    {"translate", "", "search phrases in all languages, or no more", SessionCommands::translate},
    {"explain", "", "print how queries are understood, or no more", SessionCommands::explain},
    {"db", "", "what is searched", SessionCommands::db},
    {"quit", "", "leave; Ctrl-D does too", SessionCommands::quit},
}};

constexpr std::array<std::string_view, 4> kOrders = {"relevance", "date", "date-", "symbol"};
constexpr std::size_t kMostChoices = 20;

std::string told(const Error& error) {
  return plain_line(error.message) + (error.hint.empty() ? "" : "; " + error.hint) + "\n";
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// A command by its name or the beginning of it; :s is :show, the first that fits.
const Command* find_command(std::string_view name) {
  if (name.empty()) return nullptr;
  const auto found = std::find_if(kCommands.begin(), kCommands.end(), [name](const Command& one) {
    return one.name.starts_with(name);
  });
  return found == kCommands.end() ? nullptr : &*found;
}

std::string longest_common(const std::vector<std::string>& words) {
  std::string common = words.front();
  for (const std::string& word : words) {
    const auto [end, other] = std::mismatch(common.begin(), common.end(), word.begin(), word.end());
    common.erase(end, common.end());
  }
  return common;
}

template <typename Words>
LineCompletion among(std::size_t begin, std::string_view typed, const Words& words) {
  LineCompletion out{begin, std::string(typed), {}, false};
  for (const auto& word : words) {
    if (std::string_view(word).starts_with(typed)) out.choices.emplace_back(word);
  }
  if (!out.choices.empty()) out.replacement = longest_common(out.choices);
  return out;
}

// A field or one organization is completed; of several organizations the names are told.
LineCompletion of_query(std::string_view line) {
  const QueryCompletion found = complete_query(line, kMostChoices);
  LineCompletion out{found.begin, std::string(line.substr(found.begin)), {}, false};
  std::vector<std::string> texts;
  for (const QueryChoice& choice : found.choices) {
    texts.push_back(choice.text);
    out.choices.push_back(choice.name.empty() ? choice.text
                                              : choice.text + " (" + choice.name + ")");
  }
  if (texts.empty()) return out;
  const bool organizations = found.choices[0].kind == ChoiceKind::kOrganization;
  if (!organizations || texts.size() == 1) out.replacement = longest_common(texts);
  out.finished = organizations && texts.size() == 1;
  return out;
}

}  // namespace

LineCompletion completed(std::string_view line) {
  const std::size_t blank = line.find_last_of(" (");
  const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
  const std::string_view word = line.substr(begin);
  if (line.starts_with(":sort ")) return among(begin, word, kOrders);
  if (begin == 0 && word.starts_with(':')) {
    std::vector<std::string> names;
    for (const Command& command : kCommands) names.push_back(":" + std::string(command.name));
    LineCompletion out = among(0, word, names);
    out.finished = out.choices.size() == 1;
    return out;
  }
  return of_query(line);
}

SessionReply Session::run(const std::string& typed, unsigned width) {
  const std::string line = trimmed(typed);
  if (line.empty()) return {};
  if (line[0] == ':') {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const Command* command = find_command(std::string_view(line).substr(1, blank - 1));
    if (command == nullptr)
      return {"there is no command " + plain_line(line.substr(0, blank)) + "; :help lists them\n"};
    return command->run(*this, trimmed(line.substr(blank)), width);
  }
  options_.request.query = line;
  options_.request.offset = 0;
  return ask(width);
}

SessionReply Session::ask(unsigned width) {
  if (options_.request.query.empty()) return {"there was no query yet\n"};
  const Result<Answer> answer = searcher_.search(options_.request);
  if (!answer) return {told(answer.error())};
  if (!answer->hits.empty()) ids_.clear();
  for (const Hit& hit : answer->hits) {
    ids_.resize(hit.rank);
    ids_[hit.rank - 1] = hit.id;
  }
  return {make_text_printer(options_, color_, width)->print(*answer, std::nullopt)};
}

SessionReply SessionCommands::help(Session&, const std::string&, unsigned) {
  std::string text = "A line is a query, or one of\n";
  for (const Command& command : kCommands) {
    std::string left = "  :" + std::string(command.name) + " " + std::string(command.argument);
    left.resize(left.size() + (columns_of(left) < 16 ? 16 - columns_of(left) : 1), ' ');
    text += left + std::string(command.text) + "\n";
  }
  return {text + "Tab completes commands, fields and, after org:, names of organizations.\n"};
}

SessionReply SessionCommands::show(Session& session, const std::string& which, unsigned width) {
  if (which.empty()) return {":show wants the number of a hit, or an id\n"};
  const unsigned long number = std::strtoul(which.c_str(), nullptr, 10);
  const bool hit =
      number >= 1 && number <= session.ids_.size() && !session.ids_[number - 1].empty();
  const Result<MarkedDocument> shown =
      session.searcher_.show(hit ? session.ids_[number - 1] : which, session.options_.request);
  if (!shown) return {told(shown.error())};
  return {document_text(*shown, session.color_, width), true};
}

SessionReply SessionCommands::more(Session& session, const std::string&, unsigned width) {
  session.options_.request.offset += session.options_.request.limit;
  return session.ask(width);
}

SessionReply SessionCommands::facets(Session& session, const std::string& fields, unsigned width) {
  SearchRequest& request = session.options_.request;
  const SearchRequest before = request;
  request.limit = request.offset = 0;
  request.facets.clear();
  std::string list = fields.empty() ? "org,lang,year" : fields;
  std::replace(list.begin(), list.end(), ' ', ',');
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (end > begin) request.facets.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  SessionReply reply = session.ask(width);
  request = before;
  return reply;
}

SessionReply SessionCommands::timeline(Session& session, const std::string&, unsigned width) {
  session.options_.timeline = true;
  SessionReply reply = facets(session, "year", width);
  session.options_.timeline = false;
  return reply;
}

SessionReply SessionCommands::sort(Session& session, const std::string& order, unsigned width) {
  if (std::find(kOrders.begin(), kOrders.end(), order) == kOrders.end())
    return {":sort wants relevance, date, date- or symbol\n"};
  session.options_.request.sort = order;
  session.options_.request.offset = 0;
  return session.options_.request.query.empty() ? SessionReply{} : session.ask(width);
}

SessionReply SessionCommands::translate(Session& session, const std::string&, unsigned width) {
  bool& on = session.options_.request.reach.translate;
  on = !on;
  if (session.options_.request.query.empty()) return {on ? "translated\n" : "not translated\n"};
  return session.ask(width);
}

SessionReply SessionCommands::explain(Session& session, const std::string&, unsigned width) {
  bool& on = session.options_.request.compiled;
  on = !on;
  if (session.options_.request.query.empty()) return {on ? "explained\n" : "not explained\n"};
  return session.ask(width);
}

SessionReply SessionCommands::db(Session& session, const std::string&, unsigned) {
  std::string text;
  for (const std::string& name : session.options_.dbs) text += plain_line(name) + "\n";
  const Result<IndexStats> stats = session.searcher_.stats();
  if (!stats) return {text + told(stats.error())};
  text += std::to_string(stats->documents) + " documents in";
  for (const std::string& lang : stats->langs) text += " " + lang;
  return {text + "\n"};
}

SessionReply SessionCommands::quit(Session&, const std::string&, unsigned) {
  return {"", false, true};
}

}  // namespace dragoman
