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

// Fewer than eight bytes as a number, low ones first. Without a call: most words are this short.
inline std::uint64_t short_number(std::string_view bytes) {
  const auto at = [bytes](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * i;
  };
  const std::size_t size = bytes.size();
  if (size == 0) return 0;
  if (size < 4) return at(0) | at(size / 2) | at(size - 1);
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  std::memcpy(&low, bytes.data(), sizeof low);
  std::memcpy(&high, bytes.data() + size - sizeof high, sizeof high);
  return low | std::uint64_t{high} << 8 * (size - sizeof high);
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
  return fold_multiply(hash ^ short_number(text), kMultiplier);
}

}  // namespace dragoman
