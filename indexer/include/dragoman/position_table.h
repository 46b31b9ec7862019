// The places of a document's terms, in one record a document.
//
//   const std::uint32_t places[] = {3, 17};
//   document.add_value(kPositionsSlot, encode_positions({{"summit", places}, …}));
//   PositionTable(value).find({"summit"});   // {3, 17}
//
// Xapian's own positions cost a key of their own for each term of each document: 173 MB for 203 MB of UN speeches,
// against 62 MB in this form, and half the time of indexing.
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

// Terms are kept as hashes, each document with a seed under which its own terms do not collide. Requires: the terms
// differ.
std::string encode_positions(const std::vector<TermPositions>& terms);

// Reads a record; `data` must outlive the table. Damage gives fewer positions, never a crash.
class PositionTable {
 public:
  explicit PositionTable(std::string_view data);

  // The positions of any of `terms`, rising, without repeats. Exact for terms that the document has; of terms
  // that it has not, one in some thousands is taken for another.
  std::vector<std::uint32_t> find(const std::vector<std::string>& terms) const;
  // Whether find() would find any.
  bool has(std::string_view term) const;

 private:
  bool find_one(std::string_view term, std::vector<std::uint32_t>& out) const;
  std::uint64_t number_of(std::string_view term) const;
  std::uint64_t find_hash(std::uint64_t hash) const;

  std::string_view lows_, highs_, offsets_, lists_;
  std::uint64_t terms_ = 0;
  std::uint64_t seed_ = 0;
  unsigned bits_ = 0;
  unsigned width_ = 0;         // of a position
  unsigned offset_width_ = 0;  // of where a group of lists begins
};

}  // namespace dragoman
