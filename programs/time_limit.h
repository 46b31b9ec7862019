// The value of --time-limit.
#pragma once

#include <chrono>

#include "dragoman/result.h"

namespace dragoman {

inline constexpr double kMostSeconds = 86'400;

// From a number of seconds; 0: no limit. Errors: kUsage.
Result<std::chrono::milliseconds> time_limit_of(double seconds);

}  // namespace dragoman
