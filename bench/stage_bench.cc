#include "stage_bench.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include <xapian.h>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/schema.h"
#include "highlighter.h"
#include "index_set.h"
#include "occurrences.h"
#include "printer.h"
#include "query_compiler.h"
#include "query_times.h"
#include "ranking_profile.h"
#include "reranker.h"

namespace dragoman::bench {
namespace {

constexpr std::size_t kQueriesOfAClass = 5;
constexpr unsigned kHits = 10;
constexpr unsigned kPassages = 2;
constexpr unsigned kColumns = 80;

// A query with what each stage gave.
struct Traced {
  SearchRequest request;
  ParsedQuery parsed;
  CompiledQuery compiled;
  std::vector<Ranked> matches, best;
  std::vector<StoredDocument> stored;                // of the best
  std::vector<std::vector<Occurrence>> occurrences;  // in each of them
  Answer answer;
};

// An index, open as a Searcher has it.
class Pipeline {
 public:
  explicit Pipeline(const Target& target)
      : indexes_(std::move(*IndexSet::open({target.index}))),
        searcher_(std::move(*Searcher::open({target.index}))) {
    for (const QueryClass& of_class : target.classes) {
      if (of_class.name == "facets" || of_class.name == "page10") continue;
      const std::size_t count = std::min(kQueriesOfAClass, of_class.requests.size());
      for (std::size_t i = 0; i < count; ++i) trace(of_class.requests[i]);
    }
  }

  std::vector<Traced>& queries() { return queries_; }

  ParsedQuery parse(const Traced& query) const { return parse_query(query.request.query); }

  CompiledQuery compile(const Traced& query) {
    return compile_query(query.parsed.root, database(), analyzer_, indexes_.langs());
  }

  std::vector<Ranked> match(const Traced& query) const {
    std::vector<Ranked> matches;
    if (query.compiled.any.empty()) return matches;
    Xapian::Enquire enquire(database());
    enquire.set_weighting_scheme(kDefaultRanking.weight(database()));
    enquire.set_query(query.compiled.any);
    const Xapian::MSet found = enquire.get_mset(0, kDefaultRanking.reranked);
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      matches.push_back({*hit, hit.get_weight()});
    return matches;
  }

  std::vector<Ranked> reranked(const Traced& query) const {
    std::vector<Ranked> matches = query.matches;
    EvidenceScorer scorer(query.compiled.evidence, kDefaultRanking);
    rerank(database(), scorer, kDefaultRanking.reranked, matches);
    matches.resize(std::min<std::size_t>(matches.size(), kHits));
    return matches;
  }

  std::vector<StoredDocument> fetch(const Traced& query) const {
    std::vector<StoredDocument> stored;
    for (const Ranked& hit : query.best)
      stored.push_back(*decode_stored(database().get_document(hit.document).get_data()));
    return stored;
  }

  std::vector<Occurrence> occurrences(const Traced& query, std::size_t hit) const {
    return find_occurrences(database(), query.best[hit].document, query.stored[hit],
                            query.compiled.markers);
  }

  std::vector<Passage> passages(const Traced& query, std::size_t hit) const {
    return *choose_passages(query.stored[hit], query.occurrences[hit], query.compiled.markers,
                            kPassages);
  }

 private:
  const Xapian::Database& database() const { return indexes_.database(); }

  void trace(const SearchRequest& request) {
    queries_.push_back({.request = request});
    Traced& query = queries_.back();
    query.parsed = parse(query);
    query.compiled = compile(query);
    query.matches = match(query);
    query.best = reranked(query);
    query.stored = fetch(query);
    for (std::size_t hit = 0; hit < query.best.size(); ++hit)
      query.occurrences.push_back(occurrences(query, hit));
    query.answer = *searcher_.search(request);
  }

  IndexSet indexes_;
  Searcher searcher_;
  Analyzer analyzer_;
  std::vector<Traced> queries_;
};

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
    {"parse",
     [](Pipeline& pipeline, const Traced& query) { return pipeline.parse(query).root.text.size(); }},
    {"compile",
     [](Pipeline& pipeline, const Traced& query) { return pipeline.compile(query).markers.size(); }},
    {"match", [](Pipeline& pipeline, const Traced& query) { return pipeline.match(query).size(); }},
    {"rerank",
     [](Pipeline& pipeline, const Traced& query) { return pipeline.reranked(query).size(); }},
    {"fetch", [](Pipeline& pipeline, const Traced& query) { return pipeline.fetch(query).size(); }},
    {"occurrences", occurrences_of_all},
    {"passages", marks_of_all},
    {"print_json", print_json},
    {"print_text", print_text},
};

// Opened for the first row of a target; the rows share it.
Pipeline& pipeline_of(const Target& target) {
  static std::map<std::string, std::unique_ptr<Pipeline>> open;
  std::unique_ptr<Pipeline>& pipeline = open[target.name];
  if (pipeline == nullptr) pipeline = std::make_unique<Pipeline>(target);
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
    benchmark::RegisterBenchmark(
        row.c_str(), [&target, &runs](benchmark::State& state) { run(state, target, runs); })
        ->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace dragoman::bench
