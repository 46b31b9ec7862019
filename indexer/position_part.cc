#include "dragoman/position_part.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

#include "bits.h"
#include "dragoman/hash.h"
#include "varint.h"

namespace dragoman {
namespace {

// Layout: seed, bits, number of terms, width of a position, width of an offset, as varints; then as bits
//   the hashes of the terms, rising, after Elias ("Efficient storage and retrieval by content and address of static
//   files", 1974) and Fano: the low `bits` of each; then, in two bits a term, the high parts in unary;
//   for every 16th term the offset in bits of its list;
//   the lists: the number of positions, the Rice parameter where there are three and more, and each position as
//   difference to the one before.
constexpr std::size_t kGroup = 16;
constexpr unsigned kFewestBits = 12;  // beyond those that number the terms
constexpr unsigned kSpareBits = 3;
constexpr std::uint64_t kMostSeeds = 1u << 20u;
constexpr unsigned kParameterBits = 4;
constexpr unsigned kMostParameter = (1u << kParameterBits) - 1;
constexpr std::size_t kFewestWithParameter = 3;
constexpr unsigned kLongUnary = 12;  // a longer quotient stands for a difference in full
constexpr unsigned kMostWidth = 32;

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

// The terms in the order of their hashes; false when two of them collide. The high parts are spread evenly over the
// numbers below that of the terms: put where they belong by them, hardly any are left to sort.
bool order(const std::vector<std::uint64_t>& hashes, std::uint64_t seed, unsigned bits,
           std::vector<Hashed>& out) {
  const std::size_t size = hashes.size();
  std::vector<std::uint64_t> values(size);
  std::vector<std::uint32_t> ends(size + 1);
  for (std::size_t i = 0; i < size; ++i) {
    values[i] = reduced(hashes[i], seed, size, bits);
    ++ends[values[i] >> bits];
  }
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  out.resize(size);
  for (std::size_t i = 0; i < size; ++i) out[--ends[values[i] >> bits]] = {values[i], i};
  const auto& begins = ends;  // now
  for (std::size_t high = 0; high < size; ++high) {
    std::sort(out.begin() + begins[high], out.begin() + begins[high + 1],
              [](const Hashed& a, const Hashed& b) { return a.reduced < b.reduced; });
  }
  return std::adjacent_find(out.begin(), out.end(), [](const Hashed& a, const Hashed& b) {
           return a.reduced == b.reduced;
         }) == out.end();
}

// The parameter for two positions in a document whose highest is below 2^width.
unsigned parameter_of_two(unsigned width) { return width > 2 ? width - 2 : 0; }

// The mean width of the differences: positions come in clusters, so that the mean difference is far too large.
unsigned parameter_of(std::span<const std::uint32_t> positions) {
  std::size_t widths = 0;
  std::uint32_t last = 0;
  for (const std::uint32_t position : positions) {
    widths += static_cast<std::size_t>(std::bit_width(position - last));
    last = position;
  }
  const std::size_t mean = (widths + positions.size() / 2) / positions.size();
  return std::min(kMostParameter, static_cast<unsigned>(mean > 0 ? mean - 1 : 0));
}

// Rice, "Some practical universal noiseless coding techniques" (1979).
void put_difference(std::uint32_t difference, unsigned parameter, unsigned width, BitWriter& out) {
  const std::uint32_t quotient = difference >> parameter;
  if (quotient < kLongUnary) {
    out.put_unary(quotient);
    out.put(difference & ((1u << parameter) - 1), parameter);
  } else {
    out.put_unary(kLongUnary);
    out.put(difference, width);
  }
}

std::uint64_t get_difference(unsigned parameter, unsigned width, BitReader& in) {
  const unsigned quotient = in.get_unary();
  if (quotient >= kLongUnary) return in.get(width);
  return (std::uint64_t{quotient} << parameter) + in.get(parameter);
}

void put_list(std::span<const std::uint32_t> positions, unsigned width, BitWriter& out) {
  out.put_gamma(positions.size());
  if (positions.size() == 1) return out.put(positions.front(), width);
  unsigned parameter = parameter_of_two(width);
  if (positions.size() >= kFewestWithParameter) {
    parameter = parameter_of(positions);
    out.put(parameter, kParameterBits);
  }
  std::uint32_t last = 0;
  for (const std::uint32_t position : positions) {
    put_difference(position - last, parameter, width, out);
    last = position;
  }
}

// Calls `use` for each position of the list at `in`.
template <typename Use>
void get_list(unsigned width, BitReader& in, Use use) {
  const std::uint64_t count = in.get_gamma();
  if (count == 1) return use(in.get(width));
  const unsigned parameter = count >= kFewestWithParameter
                                 ? static_cast<unsigned>(in.get(kParameterBits))
                                 : parameter_of_two(width);
  std::uint64_t position = 0;
  for (std::uint64_t i = 0; i < count && in.bit() < in.size(); ++i) {
    use(position += get_difference(parameter, width, in));
  }
}

void skip_list(unsigned width, BitReader& in) {
  get_list(width, in, [](std::uint64_t) {});
}

std::string encode_lows(const std::vector<Hashed>& ordered, unsigned bits) {
  BitWriter out;
  const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
  for (const Hashed& hashed : ordered) out.put(hashed.reduced & mask, bits);
  return out.take();
}

std::string encode_highs(const std::vector<Hashed>& ordered, unsigned bits) {
  BitWriter out;
  std::uint64_t before = 0;
  for (const Hashed& hashed : ordered) {
    const std::uint64_t high = hashed.reduced >> bits;
    out.put_unary(static_cast<unsigned>(high - before));
    before = high;
  }
  return out.take();
}

std::string encode_offsets(const std::vector<std::size_t>& starts, unsigned width) {
  BitWriter out;
  for (const std::size_t start : starts) out.put(start, width);
  return out.take();
}

std::size_t whole_bytes(std::uint64_t bits) { return static_cast<std::size_t>((bits + 7) / 8); }

bool is_set(std::string_view bits, std::size_t bit) {
  return bit / 8 < bits.size() &&
         ((static_cast<unsigned char>(bits[bit / 8]) >> bit % 8) & 1u) != 0;
}

// Where in `bits` the first bit behind `zeros` zeros is; the end when there are fewer.
std::size_t behind_zeros(std::string_view bits, std::uint64_t zeros) {
  std::size_t byte = 0;
  for (std::uint64_t word = 0; byte + sizeof word <= bits.size(); byte += sizeof word) {
    std::memcpy(&word, bits.data() + byte, sizeof word);
    const auto here = static_cast<std::uint64_t>(std::popcount(~word));
    if (here >= zeros) break;
    zeros -= here;
  }
  std::size_t bit = 8 * byte;
  for (; zeros > 0 && bit < 8 * bits.size(); ++bit) zeros -= is_set(bits, bit) ? 0 : 1;
  return bit;
}

}  // namespace

std::string encode_part(const std::vector<TermPositions>& terms) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(terms.size());
  std::uint32_t highest = 0;
  for (const TermPositions& term : terms) {
    hashes.push_back(hash_bytes(term.term));
    highest = std::max(highest, term.positions.back());
  }
  const unsigned bits =
      std::max(kFewestBits, static_cast<unsigned>(std::bit_width(terms.size())) + kSpareBits);
  std::vector<Hashed> ordered;
  std::uint64_t seed = 0;
  while (!order(hashes, seed, bits, ordered) && seed < kMostSeeds) ++seed;

  const auto width = static_cast<unsigned>(std::bit_width(highest));
  std::vector<std::size_t> starts;
  BitWriter lists;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    if (i % kGroup == 0) starts.push_back(lists.bits());
    put_list(terms[ordered[i].term].positions, width, lists);
  }
  const auto offset_width = static_cast<unsigned>(std::bit_width(lists.bits()));
  const std::string lows = encode_lows(ordered, bits);
  const std::string highs = encode_highs(ordered, bits);
  std::string out;
  for (const std::uint64_t number :
       {seed, std::uint64_t{bits}, std::uint64_t{terms.size()}, std::uint64_t{width},
        std::uint64_t{offset_width}, std::uint64_t{highs.size()}})
    put_varint(out, number);
  return out + lows + highs + encode_offsets(starts, offset_width) + lists.take();
}

PositionPart::PositionPart(std::string_view data) {
  std::uint64_t bits = 0, terms = 0, width = 0, offset_width = 0, highs = 0;
  const bool good = take_varint(data, seed_) && take_varint(data, bits) &&
                    take_varint(data, terms) && take_varint(data, width) &&
                    take_varint(data, offset_width) && take_varint(data, highs);
  if (!good || bits > kMostWidth || width > kMostWidth || offset_width > kMostWidth) return;
  if (terms > data.size() || highs > data.size()) return;
  const std::uint64_t groups = (terms + kGroup - 1) / kGroup;
  const std::size_t lows = whole_bytes(terms * bits);
  const std::size_t offsets = whole_bytes(groups * offset_width);
  if (lows + highs + offsets > data.size()) return;
  terms_ = terms;
  bits_ = static_cast<unsigned>(bits);
  width_ = static_cast<unsigned>(width);
  offset_width_ = static_cast<unsigned>(offset_width);
  lows_ = data.substr(0, lows);
  highs_ = data.substr(lows, highs);
  offsets_ = data.substr(lows + highs, offsets);
  lists_ = data.substr(lows + highs + offsets);
}

// Which of the terms in the order of hashes has this one; terms_ when none has.
std::uint64_t PositionPart::number_of(std::uint64_t hash) const {
  if (terms_ == 0) return 0;
  hash = reduced(hash, seed_, terms_, bits_);
  const std::uint64_t high = hash >> bits_;
  const std::uint64_t low = hash & ((std::uint64_t{1} << bits_) - 1);
  std::size_t bit = behind_zeros(highs_, high);
  for (std::uint64_t term = bit - high; term < terms_ && is_set(highs_, bit); ++term, ++bit) {
    if (BitReader(lows_, term * bits_).get(bits_) == low) return term;
  }
  return terms_;
}

bool PositionPart::has(std::uint64_t hash) const { return number_of(hash) < terms_; }

bool PositionPart::find(std::uint64_t hash, std::vector<std::uint32_t>& out) const {
  const std::uint64_t number = number_of(hash);
  if (number >= terms_) return false;
  BitReader lists(lists_, BitReader(offsets_, number / kGroup * offset_width_).get(offset_width_));
  for (std::uint64_t i = number / kGroup * kGroup; i < number; ++i) skip_list(width_, lists);
  get_list(width_, lists,
           [&](std::uint64_t position) { out.push_back(static_cast<std::uint32_t>(position)); });
  return true;
}

}  // namespace dragoman
