// What is measured: queries from their text to their hits, top 10, a row for each class; without passages (plain) and
// with two marked passages a hit (marked); then each stage (stage_bench.h).
// Corpora: indexes and queries given with --target=NAME,INDEX,QUERIES; else an index of the sample, made for the run.
// Notes: one thread, files cached; an iteration asks all queries of a class, the counters are of single queries
// (query_times.h). Before a row is timed its answers are checked: marks lie on letters and in order, each hit of AND
// has all the words. In each round the answers must be those of another Searcher, opened afresh for every query.
#include <optional>

#include <benchmark/benchmark.h>

#include "dragoman/searcher/query_parser.h"
#include "dragoman/searcher/searcher.h"
#include "query_times.h"
#include "stage_bench.h"
#include "target.h"

namespace dragoman::bench {
namespace {

// What must be the same in each round.
struct Gist {
  std::vector<std::string> ids;
  std::size_t marks = 0;
  bool operator==(const Gist&) const = default;
};

Gist gist_of(const Answer& answer) {
  Gist gist;
  for (const Hit& hit : answer.hits) {
    gist.ids.push_back(hit.id);
    for (const Passage& passage : hit.passages) gist.marks += passage.marks.size();
  }
  return gist;
}

bool begins_a_character(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u;
}

bool are_sound(const Passage& passage) {
  std::uint32_t end = 0;
  for (const Mark& mark : passage.marks) {
    if (mark.begin < end || mark.begin >= mark.end || mark.end > passage.text.size()) return false;
    if (!begins_a_character(passage.text, mark.begin) ||
        !begins_a_character(passage.text, mark.end) || mark.what.empty())
      return false;
    end = mark.end;
  }
  return true;
}

// The words of `a AND b AND c`; 0 for other queries.
std::size_t demanded_words(const std::string& query) {
  const Clause root = parse_query(query).root;
  return root.kind == ClauseKind::kAnd ? root.children.size() : 0;
}

// Nothing when the answer holds what was asked; else what is wrong.
std::string fault(const SearchRequest& request, const Answer& answer) {
  const std::size_t demanded = demanded_words(request.query);
  for (const Hit& hit : answer.hits) {
    for (const Passage& passage : hit.passages)
      if (!are_sound(passage)) return "a bad mark in " + hit.id;
    if (request.passages > 0 && hit.matched.empty()) return "nothing is marked in " + hit.id;
    if (request.passages > 0 && hit.matched.size() < demanded) return "a word misses in " + hit.id;
  }
  return answer.hits.empty() && request.offset == 0 ? "no hits for " + request.query : "";
}

// The answers of Searchers that were asked nothing else. Empty, and the row is skipped, when one has a fault.
std::vector<Gist> reference(benchmark::State& state, const Target& target,
                            const std::vector<SearchRequest>& requests) {
  std::vector<Gist> gists;
  for (const SearchRequest& request : requests) {
    Result<Searcher> searcher = Searcher::open({target.index});
    const Result<Answer> answer = searcher ? searcher->search(request) : searcher.error();
    const std::string wrong = answer ? fault(request, *answer) : answer.error().message;
    if (!wrong.empty()) {
      state.SkipWithError(wrong.c_str());
      return {};
    }
    gists.push_back(gist_of(*answer));
  }
  return gists;
}

void run(benchmark::State& state, const Target& target, std::vector<SearchRequest> requests,
         unsigned passages) {
  for (SearchRequest& request : requests) request.passages = passages;
  const std::vector<Gist> expected = reference(state, target, requests);
  Result<Searcher> searcher = Searcher::open({target.index});
  if (expected.empty() || !searcher) return;
  QueryTimes times;
  for (auto _ : state) {
    for (std::size_t i = 0; i < requests.size(); ++i) {
      std::optional<Result<Answer>> answer;
      times.time([&] { answer.emplace(searcher->search(requests[i])); });
      if (!*answer || gist_of(**answer) != expected[i])
        return state.SkipWithError("another answer");
    }
  }
  times.report(state);
}

void register_classes(const Target& target) {
  for (const QueryClass& of_class : target.classes) {
    for (const auto& [mode, passages] : {std::pair("plain", 0u), std::pair("marked", 2u)}) {
      const std::string row = target.name + "/" + of_class.name + "/" + mode;
      const unsigned shown = passages;
      benchmark::RegisterBenchmark(row.c_str(), [&target, &of_class,
                                                 shown](benchmark::State& state) {
        run(state, target, of_class.requests, shown);
      })->Unit(benchmark::kMicrosecond);
    }
  }
}

}  // namespace
}  // namespace dragoman::bench

int main(int argc, char** argv) {
  const std::vector<dragoman::bench::Target> targets = dragoman::bench::take_targets(argc, argv);
  for (const dragoman::bench::Target& target : targets) {
    dragoman::bench::register_classes(target);
    dragoman::bench::register_stages(target);
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
