// Numbers of 7 bits a byte, low bits first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman {

inline void put_varint(std::string& out, std::uint64_t number) {
  while (number >= 0x80u) {
    out += static_cast<char>(static_cast<unsigned char>(number | 0x80u));
    number >>= 7u;
  }
  out += static_cast<char>(number);
}

// Takes a number off the front of `rest`; false, and `rest` empty, when there is none.
inline bool take_varint(std::string_view& rest, std::uint64_t& number) {
  number = 0;
  for (unsigned shift = 0; shift < 64 && !rest.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest.front());
    rest.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7Fu) << shift;
    if (byte < 0x80u) return true;
  }
  rest = {};
  return false;
}

}  // namespace dragoman
