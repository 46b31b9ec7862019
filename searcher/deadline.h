// When a search must end with what it has.
//
//   Deadline deadline(request.time_limit);
//   while (more() && !deadline.passed()) …
//
// Not thread-safe.
#pragma once

#include <chrono>

namespace dragoman {

class Deadline {
 public:
  // 0: none.
  explicit Deadline(std::chrono::milliseconds limit)
      : limited_(limit.count() > 0), end_(std::chrono::steady_clock::now() + limit) {}

  // Once true, always true. Looks at the clock at every kCalls-th call only: the caller's step is shorter than a look.
  bool passed() {
    if (!limited_ || passed_ || ++calls_ % kCalls != 0) return passed_;
    return passed_ = std::chrono::steady_clock::now() >= end_;
  }

  // Whether passed() was ever true: the search has been cut.
  bool has_cut() const { return passed_; }

 private:
  static constexpr unsigned kCalls = 16;

  bool limited_;
  bool passed_ = false;
  unsigned calls_ = 0;
  std::chrono::steady_clock::time_point end_;
};

}  // namespace dragoman
