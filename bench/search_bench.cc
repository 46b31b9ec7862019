// What is measured: a query from its text to its hits, top 10, without passages (match) and with two marked
// passages a hit (highlight).
// Corpus: an index of the sample and, where present, one of the first 1,000 UN speeches; built outside the loop.
// Notes: one thread, files cached. The number of hits is checked in each round.
#include <benchmark/benchmark.h>

#include "corpus.h"
#include "dragoman/searcher/searcher.h"

namespace dragoman::bench {
namespace {

void run(benchmark::State& state, const std::string& name, const std::string& query,
         unsigned passages) {
  if (index_of(name).empty()) return state.SkipWithError((name + " is not there").c_str());
  Result<Searcher> searcher = Searcher::open({index_of(name)});
  if (!searcher) return state.SkipWithError(searcher.error().message.c_str());
  const SearchRequest request{.query = query, .limit = 10, .passages = passages};
  const Result<Answer> first = searcher->search(request);
  if (!first) return state.SkipWithError(first.error().message.c_str());
  for (auto _ : state) {
    const Result<Answer> answer = searcher->search(request);
    if (!answer || answer->hits.size() != first->hits.size()) state.SkipWithError("another answer");
  }
  state.counters["hits"] = static_cast<double>(first->total);
}

void BM_match(benchmark::State& state, const std::string& name, const std::string& query) {
  run(state, name, query, 0);
}
void BM_highlight(benchmark::State& state, const std::string& name, const std::string& query) {
  run(state, name, query, 2);
}

#define DRAGOMAN_ROWS(row, query)                                                           \
  BENCHMARK_CAPTURE(BM_match, sample_##row, std::string("sample"), std::string(query));     \
  BENCHMARK_CAPTURE(BM_highlight, sample_##row, std::string("sample"), std::string(query)); \
  BENCHMARK_CAPTURE(BM_match, ungdc_##row, std::string("ungdc"), std::string(query));       \
  BENCHMARK_CAPTURE(BM_highlight, ungdc_##row, std::string("ungdc"), std::string(query))

DRAGOMAN_ROWS(word, "security");
DRAGOMAN_ROWS(words, "nuclear disarmament treaty");
DRAGOMAN_ROWS(acronym, "OAU");
DRAGOMAN_ROWS(name, "\"Organization of African Unity\"");
DRAGOMAN_ROWS(phrase, "\"sustainable development\"");
DRAGOMAN_ROWS(
    question,
    "what should the organization do for peace and security in the countries of the region");

#undef DRAGOMAN_ROWS

}  // namespace
}  // namespace dragoman::bench
