#include "dragoman/searcher/searcher.h"

#include <algorithm>
#include <cstring>
#include <sstream>

#include "dragoman/searcher/answer_json.h"
#include "guard.h"

struct dragoman_searcher {
  dragoman::Searcher searcher;
};

namespace {

using namespace dragoman;

// A caller compiled with an older header has a shorter structure: what it lacks keeps its default.
dragoman_search_options known(const dragoman_search_options* given) {
  dragoman_search_options options = DRAGOMAN_SEARCH_OPTIONS;
  if (given != nullptr) std::memcpy(&options, given, std::min(given->size, sizeof options));
  return options;
}

std::vector<std::string> split_at_commas(const char* list) {
  std::vector<std::string> parts;
  std::istringstream rest(list);
  for (std::string part; std::getline(rest, part, ',');) parts.push_back(part);
  return parts;
}

SearchRequest request_of(const char* query, const dragoman_search_options& options) {
  SearchRequest request;
  request.query = query;
  request.limit = options.limit;
  request.offset = options.offset;
  request.passages = options.passages;
  if (options.sort != nullptr) request.sort = options.sort;
  request.all_copies = options.all_copies != 0;
  if (options.facets != nullptr && *options.facets != '\0')
    request.facets = split_at_commas(options.facets);
  request.reach = {.translate = options.translate != 0,
                   .maybe = options.maybe != 0,
                   .related = options.related != 0};
  request.suggest = options.suggest != 0;
  request.compiled = options.compiled != 0;
  return request;
}

}  // namespace

dragoman_status dragoman_searcher_open(const char* path, dragoman_searcher** searcher) {
  return dragoman_searcher_open_all(&path, 1, searcher);
}

dragoman_status dragoman_searcher_open_all(const char* const* paths, size_t count,
                                           dragoman_searcher** searcher) {
  return c::guarded(searcher, [&]() -> Result<void> {
    if (searcher == nullptr) return c::missing("searcher");
    if (paths == nullptr) return c::missing("paths");
    std::vector<std::string> directories;
    for (size_t i = 0; i < count; ++i) {
      if (paths[i] == nullptr) return c::missing("path");
      directories.emplace_back(paths[i]);
    }
    Result<Searcher> opened = Searcher::open(directories);
    if (!opened) return opened.error();
    *searcher = new dragoman_searcher{std::move(*opened)};
    return {};
  });
}

void dragoman_searcher_set_time_limit(dragoman_searcher* searcher, unsigned milliseconds) {
  if (searcher != nullptr)
    searcher->searcher.set_time_limit(std::chrono::milliseconds(milliseconds));
}

void dragoman_searcher_close(dragoman_searcher* searcher) { delete searcher; }

dragoman_status dragoman_search(dragoman_searcher* searcher, const char* query,
                                const dragoman_search_options* options, char** answer) {
  return c::guarded(answer, [&]() -> Result<void> {
    if (searcher == nullptr) return c::missing("searcher");
    if (query == nullptr) return c::missing("query");
    if (answer == nullptr) return c::missing("answer");
    const dragoman_search_options asked = known(options);
    const Result<Answer> found = searcher->searcher.search(request_of(query, asked));
    if (!found) return found.error();
    *answer = c::copy(answer_json(*found, {.id = {}, .compiled = asked.compiled != 0}));
    return {};
  });
}

dragoman_status dragoman_get_document(dragoman_searcher* searcher, const char* id,
                                      const char* query, char** document) {
  return c::guarded(document, [&]() -> Result<void> {
    if (searcher == nullptr) return c::missing("searcher");
    if (id == nullptr) return c::missing("id");
    if (document == nullptr) return c::missing("document");
    SearchRequest request;
    request.query = c::text_of(query);
    const Result<MarkedDocument> shown = searcher->searcher.show(id, request);
    if (!shown) return shown.error();
    *document = c::copy(document_json(*shown));
    return {};
  });
}
