#include "progress.h"

#include <algorithm>
#include <cstdio>

namespace dragoman {
namespace {

constexpr double kMega = 1e6;
constexpr int kBarWidth = 30;
constexpr double kSecondsBetween = 0.2;
constexpr const char* kStartOver = "\r\x1b[K";

}  // namespace

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

std::string Progress::advance(std::uint64_t bytes) {
  done_ += bytes;
  if (seconds() < next_) return {};
  next_ = seconds() + kSecondsBetween;
  drawn_ = true;
  return kStartOver + line();
}

std::string Progress::clear() {
  if (!drawn_) return {};
  drawn_ = false;
  return kStartOver;
}

std::string Progress::line() const {
  const double rate = static_cast<double>(done_) / seconds();
  char text[80];
  if (total_ == 0) {
    std::snprintf(text, sizeof text, "%.1f MB  %.1f MB/s", static_cast<double>(done_) / kMega,
                  rate / kMega);
    return text;
  }
  const double share = std::min(1.0, static_cast<double>(done_) / static_cast<double>(total_));
  const auto full = static_cast<std::size_t>(share * kBarWidth);
  const double left = rate > 0 ? static_cast<double>(total_ - std::min(done_, total_)) / rate : 0;
  std::snprintf(text, sizeof text, "] %3d %%  %.1f MB/s  %d:%02d left",
                static_cast<int>(share * 100), rate / kMega, static_cast<int>(left) / 60,
                static_cast<int>(left) % 60);
  return "[" + std::string(full, '#') + std::string(kBarWidth - full, '.') + text;
}

}  // namespace dragoman
