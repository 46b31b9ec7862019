// What is measured: the analyzer on running text, stage by stage as far as they can be run alone.
// Corpus: the sample (six languages) and, where present, the first megabyte of the UN speeches (English).
// Notes: one thread; the words of the text are known to the Analyzer after the first round, as in a long run.
// The counts are checked, so that a row cannot grow fast by doing less.
#include <benchmark/benchmark.h>

#include "corpus.h"
#include "dragoman/analyzers/analyzer.h"

namespace dragoman::bench {
namespace {

bool present(benchmark::State& state, const std::string& name) {
  if (!text_of(name).empty()) return true;
  state.SkipWithError((name + " is not there").c_str());
  return false;
}

void bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}

void BM_tokenize(benchmark::State& state, const std::string& name) {
  if (!present(state, name)) return;
  const std::string& text = text_of(name);
  const std::size_t expected = token_places(text).size();
  for (auto _ : state) {
    if (token_places(text).size() != expected) state.SkipWithError("another number of tokens");
  }
  bytes(state, text);
}

void BM_analyze(benchmark::State& state, const std::string& name) {
  if (!present(state, name)) return;
  const std::string& text = text_of(name);
  Analyzer analyzer;
  const std::size_t expected = analyzer.analyze(text).organizations.size();
  for (auto _ : state) {
    if (analyzer.analyze(text).organizations.size() != expected)
      state.SkipWithError("another number of mentions");
  }
  state.counters["organizations"] = static_cast<double>(expected);
  bytes(state, text);
}

BENCHMARK_CAPTURE(BM_tokenize, sample, std::string("sample"));
BENCHMARK_CAPTURE(BM_tokenize, ungdc, std::string("ungdc"));
BENCHMARK_CAPTURE(BM_analyze, sample, std::string("sample"));
BENCHMARK_CAPTURE(BM_analyze, ungdc, std::string("ungdc"));

}  // namespace
}  // namespace dragoman::bench
