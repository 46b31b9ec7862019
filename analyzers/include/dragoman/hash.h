// One hash of bytes for all tables in memory and in the index. Part of the index format: change it with kSchemaVersion.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace dragoman {

inline std::uint64_t fold_multiply(std::uint64_t a, std::uint64_t b) {
  const unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64u);
}

// Eight bytes at a time, multiplied and folded (after wyhash, https://github.com/wangyi-fudan/wyhash). Against
// chance, not against forgers.
inline std::uint64_t hash_bytes(std::string_view text) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = text.size() * kMultiplier;
  std::uint64_t word = 0;
  for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
    std::memcpy(&word, text.data(), sizeof word);
    hash = fold_multiply(hash ^ word, kMultiplier);
  }
  word = 0;
  std::memcpy(&word, text.data(), text.size());
  return fold_multiply(hash ^ word, kMultiplier);
}

}  // namespace dragoman
