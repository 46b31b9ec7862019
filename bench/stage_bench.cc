#include "stage_bench.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "pipeline.h"
#include "printer.h"
#include "query_times.h"

namespace dragoman::bench {
namespace {

constexpr std::size_t kQueriesOfAClass = 5;
constexpr unsigned kColumns = 80;

// Runs a stage on one query; gives the number of things it made.
using Stage = std::function<std::size_t(Pipeline&, const Traced&)>;

std::size_t count_marks(const std::vector<Passage>& passages) {
  std::size_t marks = 0;
  for (const Passage& passage : passages) marks += passage.marks.size();
  return marks;
}

std::size_t occurrences_of_all(Pipeline& pipeline, const Traced& query) {
  std::size_t count = 0;
  for (std::size_t hit = 0; hit < query.best.size(); ++hit)
    count += pipeline.occurrences(query, hit).size();
  return count;
}

std::size_t marks_of_all(Pipeline& pipeline, const Traced& query) {
  std::size_t count = 0;
  for (std::size_t hit = 0; hit < query.best.size(); ++hit)
    count += count_marks(pipeline.passages(query, hit));
  return count;
}

std::size_t print_json(Pipeline&, const Traced& query) {
  return make_json_printer({})->print(query.answer, std::nullopt).size();
}

std::size_t print_text(Pipeline&, const Traced& query) {
  return make_text_printer({}, /*color=*/true, kColumns)->print(query.answer, std::nullopt).size();
}

const std::pair<const char*, Stage> kStages[] = {
    {"parse", [](Pipeline& pipeline,
                 const Traced& query) { return pipeline.parse(query).root.text.size(); }},
    {"compile", [](Pipeline& pipeline,
                   const Traced& query) { return pipeline.compile(query).markers.size(); }},
    {"match", [](Pipeline& pipeline, const Traced& query) { return pipeline.match(query).size(); }},
    {"rerank",
     [](Pipeline& pipeline, const Traced& query) { return pipeline.reranked(query).size(); }},
    {"fetch", [](Pipeline& pipeline, const Traced& query) { return pipeline.fetch(query).size(); }},
    {"occurrences", occurrences_of_all},
    {"passages", marks_of_all},
    {"print_json", print_json},
    {"print_text", print_text},
};

std::vector<SearchRequest> some_of_each(const std::vector<QueryClass>& classes) {
  std::vector<SearchRequest> some;
  for (const QueryClass& of_class : classes) {
    if (of_class.name == "facets" || of_class.name == "page10") continue;
    const std::size_t count = std::min(kQueriesOfAClass, of_class.requests.size());
    some.insert(some.end(), of_class.requests.begin(),
                of_class.requests.begin() + static_cast<std::ptrdiff_t>(count));
  }
  return some;
}

// Opened for the first row of a target; the rows share it.
Pipeline& pipeline_of(const Target& target) {
  static std::map<std::string, std::unique_ptr<Pipeline>> open;
  std::unique_ptr<Pipeline>& pipeline = open[target.name];
  if (pipeline == nullptr)
    pipeline = std::make_unique<Pipeline>(target.index, some_of_each(target.classes));
  return *pipeline;
}

void run(benchmark::State& state, const Target& target, const Stage& stage) {
  Pipeline& pipeline = pipeline_of(target);
  std::vector<std::size_t> expected;
  for (const Traced& query : pipeline.queries()) expected.push_back(stage(pipeline, query));
  QueryTimes times;
  for (auto _ : state) {
    for (std::size_t i = 0; i < expected.size(); ++i) {
      std::size_t count = 0;
      times.time([&] { count = stage(pipeline, pipeline.queries()[i]); });
      if (count != expected[i]) return state.SkipWithError("another result");
    }
  }
  times.report(state);
}

}  // namespace

void register_stages(const Target& target) {
  for (const auto& [name, stage] : kStages) {
    const std::string row = target.name + "/stage/" + name;
    const Stage& runs = stage;
    benchmark::RegisterBenchmark(row.c_str(), [&target, &runs](benchmark::State& state) {
      run(state, target, runs);
    })->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace dragoman::bench
