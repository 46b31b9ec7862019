#include "service.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "dragoman/analyzers/analysis_json.h"
#include "dragoman/analyzers/analyzer.h"
#include "dragoman/hash.h"
#include "dragoman/json_depth.h"
#include "dragoman/searcher/answer_json.h"
#include "entity_tag.h"
#include "hex.h"
#include "page_files.h"
#include "parameters.h"
#include "search_parameters.h"
#include "suggest.h"

namespace dragoman {

using nlohmann::json;
using nlohmann::ordered_json;

// What each route does. A handler throws nothing.
struct Routes {
  static WebAnswer search(const Service&, const WebRequest&);
  static WebAnswer facets(const Service&, const WebRequest&);
  static WebAnswer suggest(const Service&, const WebRequest&);
  static WebAnswer document(const Service&, const WebRequest&);
  static WebAnswer health(const Service&, const WebRequest&);
  static WebAnswer analyze(const Service&, const WebRequest&);
};

namespace {

constexpr std::string_view kDocumentPath = "/doc/";

struct Route {
  std::string_view method, path;
  bool prefix;  // what follows the path is the handler's business
  WebAnswer (*answer)(const Service&, const WebRequest&);
};

constexpr std::array<Route, 6> kRoutes = {{{"GET", "/search", false, Routes::search},
                                           {"GET", "/facets", false, Routes::facets},
                                           {"GET", "/suggest", false, Routes::suggest},
                                           {"GET", kDocumentPath, true, Routes::document},
                                           {"GET", "/health", false, Routes::health},
                                           {"POST", "/analyze", false, Routes::analyze}}};

std::string dumped(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

WebAnswer json_answer(std::string body) {
  WebAnswer answer;
  answer.body = std::move(body) + "\n";
  return answer;
}

WebAnswer failed(const Error& error) {
  return error_answer(error.code == Errc::kUsage ? 400 : 500, error.message, error.hint);
}

WebAnswer busy() {
  WebAnswer answer =
      error_answer(503, "all searchers are busy", "ask again in a second, as Retry-After says");
  answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

// Of an index that is what it was, with the same parameters, the answer is what it was.
std::string tag_of(const WebRequest& request, const std::string& revision) {
  if (revision.empty()) return {};
  std::string text = DRAGOMAN_VERSION "\n" + revision + "\n" + request.path;
  for (const auto& [name, value] : request.parameters)
    text.append("\n").append(name).append("=").append(value);
  return "W/\"" + hex(hash_bytes(text)) + "\"";
}

// Makes the answer unless the asker has it.
template <typename Make>
WebAnswer unless_known(const WebRequest& request, const std::string& tag, const Make& make) {
  WebAnswer answer;
  if (!tag.empty() && has_entity_tag(request.if_none_match, tag)) {
    answer.status = 304;
  } else {
    answer = make();
  }
  if (!tag.empty() && answer.lasting && (answer.status == 200 || answer.status == 304))
    answer.headers.emplace_back("ETag", tag);
  return answer;
}

WebAnswer search_answer(SearcherPool& pool, const WebRequest& asked, const SearchRequest& request,
                        unsigned values) {
  return unless_known(asked, tag_of(asked, pool.revision()), [&] {
    Result<Answer> answer = Error{Errc::kIndexIo, "", ""};
    {
      std::optional<SearcherPool::Lease> searcher = pool.borrow();
      if (!searcher) return busy();
      answer = (*searcher)->search(request);
    }
    if (!answer) return failed(answer.error());
    for (Facet& facet : answer->facets) {
      if (facet.field != "year" && facet.values.size() > values) facet.values.resize(values);
    }
    WebAnswer web = json_answer(answer_json(*answer));
    web.lasting = !answer->partial;
    return web;
  });
}

WebAnswer not_found(const std::string& path) {
  std::string paths;
  for (const Route& route : kRoutes) paths += (paths.empty() ? "" : ", ") + std::string(route.path);
  return error_answer(404, "there is nothing at " + path,
                      "there are /, " + paths + " and /openapi.json");
}

WebAnswer page_answer(const WebRequest& request, const PageFile& file) {
  return unless_known(request, "\"" + hex(hash_bytes(file.bytes)) + "\"", [&] {
    WebAnswer answer;
    answer.content_type = file.content_type;
    answer.body = file.bytes;
    return answer;
  });
}

WebAnswer not_allowed(std::string_view method, std::string_view allowed) {
  WebAnswer answer = error_answer(405, "this is not asked with " + std::string(method),
                                  "ask with " + std::string(allowed));
  answer.headers.emplace_back("Allow", allowed == "GET" ? "GET, HEAD" : allowed);
  return answer;
}

bool allows(std::string_view allowed, std::string_view method) {
  return method == allowed || (allowed == "GET" && method == "HEAD");
}

}  // namespace

WebAnswer error_answer(int status, const std::string& message, const std::string& hint) {
  ordered_json error = {{"status", status}, {"message", message}};
  if (!hint.empty()) error["hint"] = hint;
  WebAnswer answer = json_answer(dumped({{"error", error}}));
  answer.status = status;
  return answer;
}

WebAnswer Service::answer(const WebRequest& request) const {
  for (const Route& route : kRoutes) {
    const bool meant = route.prefix ? request.path.starts_with(route.path) &&
                                          request.path.size() > route.path.size()
                                    : request.path == route.path;
    if (!meant) continue;
    return allows(route.method, request.method) ? route.answer(*this, request)
                                                : not_allowed(request.method, route.method);
  }
  for (const PageFile& file : page_files()) {
    if (request.path != file.path) continue;
    return allows("GET", request.method) ? page_answer(request, file)
                                         : not_allowed(request.method, "GET");
  }
  return not_found(request.path);
}

WebAnswer Routes::search(const Service& service, const WebRequest& request) {
  const Parameters parameters(request.parameters);
  if (const Result<void> known = parameters.check_names(kSearchNames); !known)
    return failed(known.error());
  const Result<SearchRequest> search = read_search(parameters);
  if (!search) return failed(search.error());
  const Result<unsigned> values = parameters.number("values", kMostValues, kMostValues);
  if (!values) return failed(values.error());
  return search_answer(service.pool_, request, *search, *values);
}

// Only the counts; of all fields, where none is named.
WebAnswer Routes::facets(const Service& service, const WebRequest& request) {
  constexpr std::array<std::string_view, 12> kNames = {"q",      "facet",   "values", "translate",
                                                       "maybe",  "related", "lang",   "org",
                                                       "source", "type",    "date",   "sym"};
  const Parameters parameters(request.parameters);
  if (const Result<void> known = parameters.check_names(kNames); !known)
    return failed(known.error());
  Result<SearchRequest> search = read_query(parameters);
  if (!search) return failed(search.error());
  const Result<unsigned> values = parameters.number("values", kMostValues, kMostValues);
  if (!values) return failed(values.error());
  search->limit = search->passages = 0;
  search->suggest = false;
  search->facets = parameters.list("facet");
  if (search->facets.empty()) search->facets = {"org", "year", "lang", "source", "type"};
  return search_answer(service.pool_, request, *search, *values);
}

WebAnswer Routes::suggest(const Service& service, const WebRequest& request) {
  constexpr std::array<std::string_view, 2> kNames = {"q", "n"};
  const Parameters parameters(request.parameters);
  if (const Result<void> known = parameters.check_names(kNames); !known)
    return failed(known.error());
  const Result<SearchRequest> query = read_query(parameters);
  if (!query) return failed(query.error());
  const Result<unsigned> most = parameters.number("n", 8, 50);
  if (!most) return failed(most.error());
  return unless_known(request, tag_of(request, service.pool_.revision()), [&] {
    std::optional<SearcherPool::Lease> searcher = service.pool_.borrow();
    if (!searcher) return busy();
    const Result<std::string> suggestions = suggest_json(**searcher, query->query, *most);
    return suggestions ? json_answer(*suggestions) : failed(suggestions.error());
  });
}

WebAnswer Routes::document(const Service& service, const WebRequest& request) {
  constexpr std::array<std::string_view, 4> kNames = {"q", "translate", "maybe", "related"};
  const Parameters parameters(request.parameters);
  if (const Result<void> known = parameters.check_names(kNames); !known)
    return failed(known.error());
  const Result<SearchRequest> query = read_query(parameters);
  if (!query) return failed(query.error());
  const std::string id = request.path.substr(kDocumentPath.size());
  return unless_known(request, tag_of(request, service.pool_.revision()), [&] {
    Result<MarkedDocument> shown = Error{Errc::kIndexIo, "", ""};
    {
      std::optional<SearcherPool::Lease> searcher = service.pool_.borrow();
      if (!searcher) return busy();
      shown = (*searcher)->show(id, *query);
    }
    if (shown) return json_answer(document_json(*shown));
    const Error& error = shown.error();
    return error.code == Errc::kNotFound
               ? error_answer(404, error.message, "ids are those of /search")
               : failed(error);
  });
}

WebAnswer Routes::health(const Service& service, const WebRequest& request) {
  if (const Result<void> known = Parameters(request.parameters).check_names({}); !known)
    return failed(known.error());
  std::optional<SearcherPool::Lease> searcher = service.pool_.borrow();
  if (!searcher) return busy();
  const Result<IndexStats> stats = (*searcher)->stats();
  if (!stats) return failed(stats.error());
  ordered_json out = {{"status", "ok"},
                      {"version", DRAGOMAN_VERSION},
                      {"documents", stats->documents},
                      {"langs", stats->langs},
                      {"organizations", stats->organizations},
                      {"first_date", stats->first_date},
                      {"last_date", stats->last_date},
                      {"schema", stats->schema},
                      {"analyzer", stats->analyzer}};
  if (const std::string revision = service.pool_.revision(); !revision.empty())
    out["revision"] = revision;
  return json_answer(dumped(out));
}

// A text, or {"text" or "body", "lang", "date", "tokens"}. A Searcher's place is taken: analysis is work too.
WebAnswer Routes::analyze(const Service& service, const WebRequest& request) {
  constexpr std::array<std::string_view, 3> kNames = {"lang", "date", "tokens"};
  const Parameters parameters(request.parameters);
  if (const Result<void> known = parameters.check_names(kNames); !known)
    return failed(known.error());
  const Result<bool> tokens = parameters.flag("tokens");
  if (!tokens) return failed(tokens.error());
  if (request.body.size() > kMostBodyBytes)
    return error_answer(413,
                        "the text is longer than " + std::to_string(kMostBodyBytes) + " bytes");
  std::string text = request.body, lang = parameters.text("lang"), date = parameters.text("date");
  if (request.content_type.starts_with("application/json")) {
    if (json_depth(request.body) > kMostJsonDepth)
      return error_answer(400, "the body is nested too deeply");
    const json given = json::parse(request.body, nullptr, /*allow_exceptions=*/false);
    if (!given.is_object())
      return error_answer(400, "the body is no JSON object",
                          "send {\"text\": \"…\"}, or plain text as text/plain");
    const auto member = [&given](const char* key) {
      const auto found = given.find(key);
      return found != given.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    text = member("text");
    if (text.empty()) text = member("body");
    if (lang.empty()) lang = member("lang");
    if (date.empty()) date = member("date");
  } else if (!request.content_type.empty() && !request.content_type.starts_with("text/plain")) {
    return error_answer(415, "the body is neither text/plain nor application/json");
  }
  const std::optional<SearcherPool::Lease> place = service.pool_.borrow();
  if (!place) return busy();
  Analyzer analyzer;
  const Analysis& analysis = analyzer.analyze(text, lang, date);
  return json_answer(analysis_json(text, analysis, {.id = {}, .tokens = *tokens}));
}

}  // namespace dragoman
