#include "dragoman/position_table.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "dragoman/hash.h"
#include "varint.h"

namespace dragoman {
namespace {

// The first part begins with the split, as a varint. Which part has a term, the highest bits of its hash tell.
constexpr std::size_t kPartPositions = 1u << 14u;  // about, in some 16 kB
constexpr unsigned kMostSplit = 16;

std::size_t part_number(std::uint64_t hash, unsigned split) {
  return split == 0 ? 0 : static_cast<std::size_t>(hash >> (64 - split));
}

unsigned split_for(const std::vector<TermPositions>& terms) {
  std::size_t positions = 0;
  for (const TermPositions& term : terms) positions += term.positions.size();
  return std::min(kMostSplit, static_cast<unsigned>(std::bit_width(positions / kPartPositions)));
}

}  // namespace

std::vector<std::string> encode_positions(const std::vector<TermPositions>& terms) {
  const unsigned split = split_for(terms);
  std::vector<std::string> parts;
  if (split == 0) {
    parts.push_back(encode_part(terms));
  } else {
    std::vector<std::vector<TermPositions>> split_terms(std::size_t{1} << split);
    for (const TermPositions& term : terms)
      split_terms[part_number(hash_bytes(term.term), split)].push_back(term);
    for (const std::vector<TermPositions>& some : split_terms)
      parts.push_back(some.empty() ? std::string() : encode_part(some));
  }
  std::string header;
  put_varint(header, split);
  parts[0].insert(0, header);
  return parts;
}

PositionTable::PositionTable(std::string_view first, Parts others) : others_(std::move(others)) {
  std::uint64_t split = 0;
  if (!take_varint(first, split) || split > kMostSplit) return;
  split_ = static_cast<unsigned>(split);
  first_ = PositionPart(first);
}

PositionPart PositionTable::part_of(std::uint64_t hash) const {
  const std::size_t number = part_number(hash, split_);
  if (number == 0) return first_;
  return PositionPart(others_ ? others_(number) : std::string_view());
}

bool PositionTable::has(std::string_view term) const {
  const std::uint64_t hash = hash_bytes(term);
  return part_of(hash).has(hash);
}

std::vector<std::uint32_t> PositionTable::find(const std::vector<std::string>& terms) const {
  std::vector<std::uint32_t> found;
  int lists = 0;
  for (const std::string& term : terms) {
    const std::uint64_t hash = hash_bytes(term);
    if (part_of(hash).find(hash, found)) ++lists;
  }
  if (lists > 1) {
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }
  return found;
}

}  // namespace dragoman
