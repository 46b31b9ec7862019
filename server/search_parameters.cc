#include "search_parameters.h"

#include <utility>

#include "dragoman/analyzers/gazetteer.h"

namespace dragoman {
namespace {

Error usage(std::string message, std::string hint = "") {
  return {Errc::kUsage, std::move(message), std::move(hint)};
}

Result<void> read_filters(const Parameters& parameters, std::vector<Filter>& filters) {
  for (const std::string_view name : kFilterNames) {
    for (std::string& value : parameters.texts(name)) {
      if (name == "org" && !find_organization(value))
        return usage("there is no organization '" + value + "'", "/suggest finds ids by names");
      filters.push_back({std::string(name), std::move(value)});
    }
  }
  if (filters.size() > kMostFilters)
    return usage("more than " + std::to_string(kMostFilters) + " filters");
  return {};
}

Result<void> read_reach(const Parameters& parameters, QueryReach& reach) {
  const struct {
    const char* name;
    bool& value;
  } flags[] = {{"translate", reach.translate}, {"maybe", reach.maybe}, {"related", reach.related}};
  for (const auto& flag : flags) {
    const Result<bool> given = parameters.flag(flag.name);
    if (!given) return given.error();
    flag.value = *given;
  }
  return {};
}

}  // namespace

Result<SearchRequest> read_query(const Parameters& parameters) {
  SearchRequest request;
  request.query = parameters.text("q");
  if (request.query.size() > kMostQueryBytes)
    return usage("the query is longer than " + std::to_string(kMostQueryBytes) + " bytes");
  if (Result<void> done = read_filters(parameters, request.filters); !done) return done.error();
  if (Result<void> done = read_reach(parameters, request.reach); !done) return done.error();
  return request;
}

Result<SearchRequest> read_search(const Parameters& parameters) {
  Result<SearchRequest> request = read_query(parameters);
  if (!request) return request;
  const struct {
    const char* name;
    unsigned& value;
    unsigned most;
  } numbers[] = {{"n", request->limit, kMostHits},
                 {"offset", request->offset, kMostOffset},
                 {"passages", request->passages, kMostPassages}};
  for (const auto& one : numbers) {
    const Result<unsigned> number = parameters.number(one.name, one.value, one.most);
    if (!number) return number.error();
    one.value = *number;
  }
  const Result<bool> all_copies = parameters.flag("all_copies");
  if (!all_copies) return all_copies.error();
  request->all_copies = *all_copies;
  if (parameters.has("sort")) request->sort = parameters.text("sort");
  request->facets = parameters.list("facet");
  return request;
}

}  // namespace dragoman
