#include "time_limit.h"

#include <cmath>
#include <string>

namespace dragoman {

Result<std::chrono::milliseconds> time_limit_of(double seconds) {
  if (!(seconds >= 0 && seconds <= kMostSeconds)) {  // nor is "nan" a number
    return Error{
        Errc::kUsage,
        "--time-limit wants seconds, from 0 to " + std::to_string(static_cast<int>(kMostSeconds)),
        "0.5 is half a second, 0 is no limit"};
  }
  return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(seconds * 1000)));
}

}  // namespace dragoman
