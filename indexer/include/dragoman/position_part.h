// The places of some of a document's terms in one record of bits: a part of a PositionTable. Terms are kept as hashes,
// each part with a seed under which its own do not collide.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// A term and its positions, rising; there is one at least.
struct TermPositions {
  std::string_view term;
  std::span<const std::uint32_t> positions;
};

// Requires: the terms differ.
std::string encode_part(const std::vector<TermPositions>& terms);

// Reads a record; `data` must outlive the part. Damage gives fewer positions, never a crash. A term is asked for by its
// hash_bytes().
class PositionPart {
 public:
  explicit PositionPart(std::string_view data);

  bool has(std::uint64_t hash) const;
  // Appends the positions; false when there are none.
  bool find(std::uint64_t hash, std::vector<std::uint32_t>& out) const;

 private:
  std::uint64_t number_of(std::uint64_t hash) const;

  std::string_view lows_, highs_, offsets_, lists_;
  std::uint64_t terms_ = 0;
  std::uint64_t seed_ = 0;
  unsigned bits_ = 0;
  unsigned width_ = 0;         // of a position
  unsigned offset_width_ = 0;  // of where a group of lists begins
};

}  // namespace dragoman
