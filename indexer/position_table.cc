#include "dragoman/position_table.h"

#include <algorithm>
#include <bit>

#include "dragoman/hash.h"
#include "varint.h"

namespace dragoman {
namespace {

// Layout: seed, bits, number of terms, then for each term in the order of hashes: the hash as difference to the
// one before, the bytes of its list, and the list, each position as difference to the one before.
constexpr unsigned kFewestBits = 12;  // beyond those that number the terms
constexpr unsigned kSpareBits = 3;
constexpr std::uint64_t kMostSeeds = 1u << 20u;

// A hash within the `terms` << `bits` that a table of so many terms distinguishes.
std::uint64_t reduced(std::uint64_t hash, std::uint64_t seed, std::uint64_t terms, unsigned bits) {
  const std::uint64_t seeded = fold_multiply(hash ^ seed, 0xC2B2AE3D27D4EB4Fu);
  return static_cast<std::uint64_t>((static_cast<unsigned __int128>(seeded) * (terms << bits)) >> 64u);
}

struct Hashed {
  std::uint64_t reduced;
  std::size_t term;
};

// The terms in the order of their hashes; false when two of them collide.
bool order(const std::vector<std::uint64_t>& hashes, std::uint64_t seed, unsigned bits, std::vector<Hashed>& out) {
  out.clear();
  for (std::size_t i = 0; i < hashes.size(); ++i) out.push_back({reduced(hashes[i], seed, hashes.size(), bits), i});
  std::sort(out.begin(), out.end(), [](const Hashed& a, const Hashed& b) { return a.reduced < b.reduced; });
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

}  // namespace

std::string encode_positions(const std::vector<TermPositions>& terms) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(terms.size());
  for (const TermPositions& term : terms) hashes.push_back(hash_bytes(term.term));
  const unsigned bits = std::max(kFewestBits, static_cast<unsigned>(std::bit_width(terms.size())) + kSpareBits);
  std::vector<Hashed> ordered;
  std::uint64_t seed = 0;
  while (!order(hashes, seed, bits, ordered) && seed < kMostSeeds) ++seed;

  std::string out;
  put_varint(out, seed);
  put_varint(out, bits);
  put_varint(out, terms.size());
  std::uint64_t last = 0;
  std::string list;
  for (const Hashed& hashed : ordered) {
    list.clear();
    std::uint32_t before = 0;
    for (const std::uint32_t position : terms[hashed.term].positions) {
      put_varint(list, position - before);
      before = position;
    }
    put_varint(out, hashed.reduced - last);
    put_varint(out, list.size());
    out += list;
    last = hashed.reduced;
  }
  return out;
}

PositionTable::PositionTable(std::string_view data) : lists_(data) {
  std::uint64_t bits = 0;
  if (!take_varint(lists_, seed_) || !take_varint(lists_, bits) || !take_varint(lists_, terms_) || bits > 40 ||
      terms_ >> (63u - bits) != 0) {
    lists_ = {};
    return;
  }
  bits_ = static_cast<unsigned>(bits);
}

std::vector<std::uint32_t> PositionTable::find(const std::vector<std::string>& terms) const {
  std::vector<std::uint64_t> wanted;
  for (const std::string& term : terms) wanted.push_back(reduced(hash_bytes(term), seed_, terms_, bits_));
  std::sort(wanted.begin(), wanted.end());
  std::vector<std::uint32_t> found;
  auto next = wanted.begin();
  std::string_view rest = lists_;
  std::uint64_t hash = 0, step = 0, bytes = 0;
  std::size_t lists = 0;
  while (take_varint(rest, step) && take_varint(rest, bytes) && bytes <= rest.size()) {
    hash += step;
    next = std::lower_bound(next, wanted.end(), hash);
    if (next == wanted.end()) break;
    if (*next == hash) {
      append_list(rest.substr(0, bytes), found);
      ++lists;
    }
    rest.remove_prefix(bytes);
  }
  if (lists > 1) {
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }
  return found;
}

}  // namespace dragoman
