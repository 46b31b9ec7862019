// A fingerprint of texts, against chance and not against forgers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dragoman/document.h"

namespace dragoman {

// Spreads every bit of `x` over all of the result (the finalizer of SplitMix64).
std::uint64_t mix64(std::uint64_t x);

// Two lanes of 64 bits over eight bytes at a time.
class Hasher {
 public:
  void add(std::string_view field);
  std::string bytes() const;  // 16

 private:
  void mix(std::uint64_t word);

  std::uint64_t a_ = 0x243F6A8885A308D3u;
  std::uint64_t b_ = 0x13198A2E03707344u;
};

// Eight bytes of a hash as a number.
std::uint64_t hash64(std::string_view text);

// 16 bytes that differ when any field differs.
std::string content_hash(const Document& document);

}  // namespace dragoman
