// The times of single queries within a benchmark whose iteration asks many: time on a processor, all threads of the
// program, which other work on the machine disturbs less than the clock on the wall.
#pragma once

#include <algorithm>
#include <ctime>
#include <vector>

#include <benchmark/benchmark.h>

namespace dragoman::bench {

class QueryTimes {
 public:
  template <typename Ask>
  void time(const Ask& ask) {
    static_assert(CLOCKS_PER_SEC == 1'000'000);
    const std::clock_t start = std::clock();
    ask();
    microseconds_.push_back(static_cast<double>(std::clock() - start));
  }

  // Sets the counters p50_us and p95_us. Requires: something was timed.
  void report(benchmark::State& state) {
    std::sort(microseconds_.begin(), microseconds_.end());
    state.counters["p50_us"] = microseconds_[microseconds_.size() / 2];
    state.counters["p95_us"] = microseconds_[microseconds_.size() * 95 / 100];
  }

 private:
  std::vector<double> microseconds_;
};

}  // namespace dragoman::bench
