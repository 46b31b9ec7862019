// A line of progress on a terminal: bar, rate and time left, drawn again a few times a second.
//
//   Progress progress(total_bytes);
//   write(progress.advance(bytes));   // "" or a line to be written over the last one
//   write(progress.clear());
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace dragoman {

class Progress {
 public:
  explicit Progress(std::uint64_t total_bytes) : total_(total_bytes) {}  // 0: not known

  double seconds() const;
  std::string advance(std::uint64_t bytes);
  std::string clear();  // before something else is written

 private:
  std::string line() const;

  std::uint64_t total_;
  std::uint64_t done_ = 0;
  bool drawn_ = false;
  double next_ = 0.2;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace dragoman
