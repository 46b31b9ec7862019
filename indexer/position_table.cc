#include "dragoman/position_table.h"

#include <algorithm>
#include <bit>

#include "dragoman/hash.h"
#include "varint.h"

namespace dragoman {
namespace {

// Layout: seed, bits, number of terms; a directory with, for each block of terms in the order of hashes, the last
// hash in it as difference to that of the block before, and the block's bytes; then the blocks. A block has for each
// of its terms the hash as difference to the one before, the bytes of its list, and the list, each position as
// difference to the one before.
constexpr std::size_t kBlockTerms = 24;
constexpr unsigned kFewestBits = 12;  // beyond those that number the terms
constexpr unsigned kSpareBits = 3;
constexpr std::uint64_t kMostSeeds = 1u << 20u;

// A hash within the `terms` << `bits` that a table of so many terms distinguishes.
std::uint64_t reduced(std::uint64_t hash, std::uint64_t seed, std::uint64_t terms, unsigned bits) {
  const std::uint64_t seeded = fold_multiply(hash ^ seed, 0xC2B2AE3D27D4EB4Fu);
  return static_cast<std::uint64_t>((static_cast<unsigned __int128>(seeded) * (terms << bits)) >>
                                    64u);
}

struct Hashed {
  std::uint64_t reduced;
  std::size_t term;
};

// The terms in the order of their hashes; false when two of them collide.
bool order(const std::vector<std::uint64_t>& hashes, std::uint64_t seed, unsigned bits,
           std::vector<Hashed>& out) {
  out.clear();
  for (std::size_t i = 0; i < hashes.size(); ++i)
    out.push_back({reduced(hashes[i], seed, hashes.size(), bits), i});
  std::sort(out.begin(), out.end(),
            [](const Hashed& a, const Hashed& b) { return a.reduced < b.reduced; });
  return std::adjacent_find(out.begin(), out.end(), [](const Hashed& a, const Hashed& b) {
           return a.reduced == b.reduced;
         }) == out.end();
}

void append_list(std::string_view list, std::vector<std::uint32_t>& out) {
  std::uint64_t position = 0;
  for (std::uint64_t gap = 0; !list.empty() && take_varint(list, gap);) {
    out.push_back(static_cast<std::uint32_t>(position += gap));
  }
}

// Takes the terms of one block; the hash before it is `before`.
std::string encode_block(const Hashed* first, const Hashed* end, std::uint64_t before,
                         const std::vector<TermPositions>& terms) {
  std::string out, list;
  for (; first != end; ++first) {
    list.clear();
    std::uint32_t last = 0;
    for (const std::uint32_t position : terms[first->term].positions) {
      put_varint(list, position - last);
      last = position;
    }
    put_varint(out, first->reduced - before);
    put_varint(out, list.size());
    out += list;
    before = first->reduced;
  }
  return out;
}

// Appends the list of the term with the hash `wanted`; false when the block has none. `hash` is the one before it.
bool find_in_block(std::string_view block, std::uint64_t hash, std::uint64_t wanted,
                   std::vector<std::uint32_t>& out) {
  std::uint64_t step = 0, bytes = 0;
  while (take_varint(block, step) && take_varint(block, bytes) && bytes <= block.size()) {
    hash += step;
    if (hash == wanted) append_list(block.substr(0, bytes), out);
    if (hash >= wanted) return hash == wanted;
    block.remove_prefix(bytes);
  }
  return false;
}

}  // namespace

std::string encode_positions(const std::vector<TermPositions>& terms) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(terms.size());
  for (const TermPositions& term : terms) hashes.push_back(hash_bytes(term.term));
  const unsigned bits =
      std::max(kFewestBits, static_cast<unsigned>(std::bit_width(terms.size())) + kSpareBits);
  std::vector<Hashed> ordered;
  std::uint64_t seed = 0;
  while (!order(hashes, seed, bits, ordered) && seed < kMostSeeds) ++seed;

  std::string header, directory, blocks;
  for (const std::uint64_t number : {seed, std::uint64_t{bits}, std::uint64_t{terms.size()}})
    put_varint(header, number);
  std::uint64_t before = 0;
  for (std::size_t first = 0; first < ordered.size(); first += kBlockTerms) {
    const std::size_t end = std::min(ordered.size(), first + kBlockTerms);
    const std::string block =
        encode_block(ordered.data() + first, ordered.data() + end, before, terms);
    put_varint(directory, ordered[end - 1].reduced - before);
    put_varint(directory, block.size());
    blocks += block;
    before = ordered[end - 1].reduced;
  }
  return header + directory + blocks;
}

PositionTable::PositionTable(std::string_view data) : directory_(data) {
  std::uint64_t bits = 0;
  if (!take_varint(directory_, seed_) || !take_varint(directory_, bits) ||
      !take_varint(directory_, terms_) || bits > 40 || terms_ >> (63u - bits) != 0) {
    terms_ = 0;
    return;
  }
  bits_ = static_cast<unsigned>(bits);
  blocks_ = directory_;
  std::uint64_t skipped = 0;
  for (std::uint64_t left = (terms_ + kBlockTerms - 1) / kBlockTerms; left > 0; --left) {
    if (!take_varint(blocks_, skipped) || !take_varint(blocks_, skipped)) break;
  }
  directory_.remove_suffix(blocks_.size());
}

bool PositionTable::find_one(std::uint64_t wanted, std::vector<std::uint32_t>& out) const {
  std::string_view directory = directory_, blocks = blocks_;
  std::uint64_t before = 0, step = 0, bytes = 0;
  while (take_varint(directory, step) && take_varint(directory, bytes) && bytes <= blocks.size()) {
    if (before + step >= wanted) return find_in_block(blocks.substr(0, bytes), before, wanted, out);
    before += step;
    blocks.remove_prefix(bytes);
  }
  return false;
}

std::vector<std::uint32_t> PositionTable::find(const std::vector<std::string>& terms) const {
  std::vector<std::uint32_t> found;
  int lists = 0;
  for (const std::string& term : terms) {
    if (find_one(reduced(hash_bytes(term), seed_, terms_, bits_), found)) ++lists;
  }
  if (lists > 1) {
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }
  return found;
}

}  // namespace dragoman
