// How much may still be unpacked from one input of the user. A bomb (a small file that unpacks to
// terabytes, or to archives without end) is stopped; honest dumps, even very repetitive ones,
// are not.
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
    return !exhausted();
  }

  // False when there are more archives in archives than their bytes on disk can mean.
  [[nodiscard]] bool opened_archive() {
    ++archives_;
    return !exhausted();
  }

  // The input is a bomb: nothing more is read of it.
  bool exhausted() const {
    return unpacked_ > kFree + kRatio * packed_ ||
           archives_ > kFreeArchives + packed_ / kBytesAnArchive;
  }
  // True the first time that the user is to be told of it.
  bool tell_once() {
    const bool first = !told_;
    told_ = true;
    return first;
  }

  static constexpr const char* kWords =
      "it unpacks to far more than a text does (a bomb?); the rest is not read";
  static constexpr unsigned kMostNested = 5;  // archives and compressions in one another

 private:
  static constexpr std::uint64_t kFree = 1u << 30u;
  static constexpr std::uint64_t kRatio = 200;
  static constexpr std::uint64_t kFreeArchives = 100;
  static constexpr std::uint64_t kBytesAnArchive = 200;

  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
  std::uint64_t archives_ = 0;
  bool told_ = false;
};

}  // namespace dragoman
