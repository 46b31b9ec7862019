// How much may still be unpacked from one input of the user. A bomb (a small file that unpacks to
// terabytes) is stopped; honest dumps, even very repetitive ones, are not.
#pragma once

#include <cstdint>

namespace dragoman {

class Budget {
 public:
  // A new input of the user begins.
  void reset() { *this = {}; }

  // Bytes of a compressed file or archive were read, which itself lies in `depth` others: only
  // what lies on disk counts, else a bomb in a bomb would earn itself room.
  void packed(std::uint64_t bytes, unsigned depth) { packed_ += depth == 0 ? bytes : 0; }

  // False when so much was unpacked that it can only be a bomb.
  [[nodiscard]] bool unpacked(std::uint64_t bytes) {
    unpacked_ += bytes;
    return unpacked_ <= kFree + kRatio * packed_;
  }

  // False when archives lie in archives by the thousand.
  [[nodiscard]] bool opened_archive() { return ++archives_ <= kMostArchives; }

  static constexpr const char* kWords = "it unpacks to far more than a text does (a bomb?)";
  static constexpr unsigned kMostNested = 5;  // archives and compressions in one another

 private:
  static constexpr std::uint64_t kFree = 1u << 30u;
  static constexpr std::uint64_t kRatio = 200;
  static constexpr std::uint64_t kMostArchives = 20000;

  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
  std::uint64_t archives_ = 0;
};

}  // namespace dragoman
