// Numbers of any width in a string, low bits first, and two codes for small ones.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace dragoman {

class BitWriter {
 public:
  // The low `width` bits. Requires: width <= 32, value < 2^width.
  void put(std::uint64_t value, unsigned width) {
    held_ |= value << count_;
    count_ += width;
    if (count_ < kFlushed) return;
    give(kFlushed);
    held_ >>= kFlushed;
    count_ -= kFlushed;
  }

  // `zeros` zeros and a one.
  void put_unary(unsigned zeros) {
    for (; zeros >= 32; zeros -= 32) put(0, 32);
    put(std::uint64_t{1} << zeros, zeros + 1);
  }

  // Elias, "Universal codeword sets and representations of the integers" (1975). Requires: 0 < value < 2^32.
  void put_gamma(std::uint64_t value) {
    const auto width = static_cast<unsigned>(std::bit_width(value)) - 1;
    put_unary(width);
    put(value - (std::uint64_t{1} << width), width);
  }

  std::size_t bits() const { return 8 * bytes_.size() + count_; }

  std::string take() {
    give(count_);
    held_ = 0;
    count_ = 0;
    return std::exchange(bytes_, {});
  }

 private:
  static constexpr unsigned kFlushed = 32;

  // Appends the low `bits` of what is held, filled up to a byte.
  void give(unsigned bits) {
    char bytes[kFlushed / 8];
    for (unsigned i = 0; i < sizeof bytes; ++i) bytes[i] = static_cast<char>(held_ >> 8 * i);
    bytes_.append(bytes, (bits + 7) / 8);
  }

  std::string bytes_;
  std::uint64_t held_ = 0;  // fewer bits than kFlushed
  unsigned count_ = 0;
};

// Behind the end there are only ones, so that every code ends.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes, std::size_t bit = 0) : bytes_(bytes), bit_(bit) {}

  std::size_t bit() const { return bit_; }
  std::size_t size() const { return 8 * bytes_.size(); }

  // Requires: width <= 32.
  std::uint64_t get(unsigned width) {
    const std::uint64_t value = peek() & ((std::uint64_t{1} << width) - 1);
    bit_ += width;
    return value;
  }

  unsigned get_unary() {
    unsigned zeros = 0;
    std::uint64_t next = 0;
    while ((next = peek() & kPeeked) == 0) {
      zeros += kPeekedBits;
      bit_ += kPeekedBits;
    }
    const auto more = static_cast<unsigned>(std::countr_zero(next));
    bit_ += more + 1;
    return zeros + more;
  }

  std::uint64_t get_gamma() {
    const unsigned width = get_unary();
    return width < 32 ? (std::uint64_t{1} << width) + get(width) : 1;
  }

 private:
  static constexpr unsigned kPeekedBits = 56;
  static constexpr std::uint64_t kPeeked = (std::uint64_t{1} << kPeekedBits) - 1;

  // The next 56 bits at least.
  std::uint64_t peek() const {
    const std::size_t byte = bit_ / 8;
    std::uint64_t value = 0;
    if (std::endian::native == std::endian::little && byte + sizeof value <= bytes_.size()) {
      std::memcpy(&value, bytes_.data() + byte, sizeof value);
    } else {
      for (unsigned i = 0; i < sizeof value; ++i)
        value |= (byte + i < bytes_.size() ? at(byte + i) : 0xFFu) << 8 * i;
    }
    return value >> bit_ % 8;
  }

  std::uint64_t at(std::size_t byte) const { return static_cast<unsigned char>(bytes_[byte]); }

  std::string_view bytes_;
  std::size_t bit_;
};

}  // namespace dragoman
