// A number in sixteen hexadecimal digits.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace dragoman {

inline std::string hex(std::uint64_t number) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(number));
  return text;
}

}  // namespace dragoman
