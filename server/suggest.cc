#include "suggest.h"

#include <nlohmann/json.hpp>

#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/searcher/query_completion.h"

namespace dragoman {
namespace {

using nlohmann::ordered_json;

// Names are many for one organization: more are looked at than shown.
constexpr std::size_t kNamesForOne = 4;

ordered_json completion_of(const std::string& line, std::size_t begin, const QueryChoice& choice,
                           const std::string& put) {
  ordered_json out;
  out["kind"] = choice.kind == ChoiceKind::kField ? "field" : "organization";
  out["text"] = choice.text;
  if (choice.kind == ChoiceKind::kOrganization) {
    out["name"] = choice.name;
    out["label"] = organization(*find_organization(choice.text)).label;
  }
  out["query"] = line.substr(0, begin) + put;
  return out;
}

// A name of several words stands in quotes, so that what follows is not taken for a part of it.
std::string as_typed(const std::string& name) {
  return name.find(' ') == std::string::npos ? name : '"' + name + '"';
}

ordered_json completions_of(const std::string& line, unsigned most) {
  ordered_json all = ordered_json::array();
  const QueryCompletion fields = complete_query(line, most * kNamesForOne);
  const auto add = [&](std::size_t begin, const QueryChoice& choice, const std::string& put) {
    if (all.size() < most) all.push_back(completion_of(line, begin, choice, put));
  };
  const bool behind_org =
      !fields.choices.empty() && fields.choices[0].kind == ChoiceKind::kOrganization;
  if (behind_org) {
    for (const QueryChoice& choice : fields.choices) add(fields.begin, choice, choice.text);
    return all;
  }
  const QueryCompletion names = complete_names(line, most * kNamesForOne);
  for (const QueryChoice& choice : names.choices) add(names.begin, choice, as_typed(choice.name));
  for (const QueryChoice& choice : fields.choices) add(fields.begin, choice, choice.text);
  return all;
}

}  // namespace

Result<std::string> suggest_json(Searcher& searcher, const std::string& line, unsigned most) {
  SearchRequest request;
  request.query = line;
  request.limit = 1;
  request.passages = 0;
  const Result<Answer> answer = searcher.search(request);
  if (!answer) return answer.error();
  ordered_json out;
  out["query"] = line;
  out["completions"] = completions_of(line, most);
  out["suggestions"] = ordered_json::array();
  for (const Suggestion& one : answer->suggestions) {
    out["suggestions"].push_back(
        {{"query", one.query}, {"reason", one.reason}, {"total", one.total}});
  }
  return out.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace dragoman
