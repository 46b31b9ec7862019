#include "fingerprint.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "content_hash.h"

namespace dragoman {
namespace {

constexpr std::size_t kBins = kSketchBytes * 4;
constexpr std::uint64_t kSeed = 0x6A09E667F3BCC909u;
constexpr std::uint64_t kEmpty = UINT64_MAX;

// Scripts without blanks between words: each character is taken for a word.
bool stands_alone(UChar32 c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool in_word(UChar32 c) {
  constexpr std::uint32_t kWordTypes = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
  return (U_MASK(u_charType(c)) & kWordTypes) != 0;
}

// For each character below U+0800 its lower-case form when words may have it, else 0: Latin, Greek,
// Cyrillic, Hebrew and Arabic without a search.
using SmallTable = std::array<char16_t, 0x800>;
const SmallTable& small_words() {
  static const SmallTable table = [] {
    SmallTable made{};
    for (UChar32 c = 0; c < static_cast<UChar32>(made.size()); ++c) {
      if (in_word(c)) made[static_cast<std::size_t>(c)] = static_cast<char16_t>(u_tolower(c));
    }
    return made;
  }();
  return table;
}

// One multiplication: enough for words, and nobody attacks it.
std::uint64_t stir(std::uint64_t x) {
  x *= 0x9E3779B97F4A7C15u;
  return x ^ x >> 32u;
}

// Cuts a text into words and gives the hash of each to `take`.
template <typename Take>
class WordCutter {
 public:
  explicit WordCutter(Take take) : take_(std::move(take)) {}

  void cut(std::string_view text) {
    const SmallTable& small = small_words();
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const std::size_t size = text.size();
    for (std::size_t i = 0; i < size;) {
      if (bytes[i] < 0x80) {
        small_character(small[bytes[i++]]);
      } else if (bytes[i] < 0xE0 && i + 1 < size && (bytes[i + 1] & 0xC0u) == 0x80u) {
        small_character(small[(bytes[i] & 0x1Fu) << 6u | (bytes[i + 1] & 0x3Fu)]);
        i += 2;
      } else {
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        character(c);
      }
    }
    end();
  }

 private:
  void add(std::uint32_t c) { word_ = (word_ ^ c) * 0x100000001B3u; }

  void small_character(char16_t c) { c != 0 ? add(c) : end(); }

  void character(UChar32 c) {
    if (stands_alone(c)) {
      // Two neighbours make a word, for one says little.
      const auto code = static_cast<std::uint32_t>(c);
      const std::uint32_t before = before_;
      end();
      if (before != 0) add(before);
      add(code);
      end();
      before_ = code;
    } else if (c >= 0 && in_word(c)) {
      add(static_cast<std::uint32_t>(u_tolower(c)));
    } else {
      end();
    }
  }

  void end() {
    before_ = 0;
    if (word_ != kSeed) take_(stir(word_));
    word_ = kSeed;
  }

  Take take_;
  std::uint64_t word_ = kSeed;
  std::uint32_t before_ = 0;  // the character before, when it stands alone
};

template <typename Take>
void each_word(std::string_view text, Take take) {
  WordCutter<Take>(std::move(take)).cut(text);
}

// The distinct features that are smallest.
class Lowest {
 public:
  void offer(std::uint32_t feature) {
    if (kept_.size() == kMostFeatures && feature >= kept_.back()) return;
    const auto at = std::lower_bound(kept_.begin(), kept_.end(), feature);
    if (at != kept_.end() && *at == feature) return;
    kept_.insert(at, feature);
    if (kept_.size() > kMostFeatures) kept_.pop_back();
  }

  std::vector<std::uint32_t> take() { return std::move(kept_); }

 private:
  std::vector<std::uint32_t> kept_;
};

// The least hash of each bin.
class Bins {
 public:
  Bins() { least_.fill(kEmpty); }

  void add(std::uint64_t hash) {
    std::uint64_t& least = least_[hash % kBins];
    if (hash < least) least = hash;
  }

  // Two bits of each bin. An empty one borrows from a bin that its own number picks, so that two
  // texts that lack the same bins borrow alike.
  std::string sketch() const {
    std::string packed(kSketchBytes, '\0');
    for (std::size_t bin = 0; bin < kBins; ++bin) {
      std::size_t from = bin;
      for (std::uint64_t attempt = 1; least_[from] == kEmpty; ++attempt) {
        from = mix64(bin * kBins + attempt) % kBins;
      }
      const auto bits = static_cast<unsigned>(mix64(least_[from] + bin) & 3u);
      packed[bin / 4] =
          static_cast<char>(static_cast<unsigned char>(packed[bin / 4]) | bits << (bin % 4 * 2));
    }
    return packed;
  }

 private:
  std::array<std::uint64_t, kBins> least_{};
};

std::string bytes_of(std::uint64_t number) {
  std::string bytes(sizeof number, '\0');
  std::memcpy(bytes.data(), &number, sizeof number);
  return bytes;
}

std::uint8_t counted(std::size_t words) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(words, UINT8_MAX));
}

Fingerprint of_short(const Document& document) {
  std::uint64_t all = kSeed;
  std::size_t words = 0;
  for (const std::string* text : {&document.title, &document.body}) {
    each_word(*text, [&](std::uint64_t word) {
      all = mix64(std::rotl(all, 7) + word);
      ++words;
    });
    all = mix64(all);
  }
  if (words < kLeastWords) return {};
  return {{static_cast<std::uint32_t>(all >> 32u)}, bytes_of(all), counted(words)};
}

}  // namespace

Fingerprint fingerprint(const Document& document) {
  // A document with a symbol is what its symbol says, however much it repeats an earlier one's words.
  if (!document.symbol.empty()) return {};
  Bins pairs;
  Lowest features;
  std::size_t words = 0;
  std::uint64_t before = 0, last = 0;  // the two words before
  each_word(document.body, [&](std::uint64_t word) {
    const std::uint64_t pair = stir(std::rotl(last, 21) + word);
    if (words >= 1) pairs.add(pair);
    if (words >= 2) features.offer(static_cast<std::uint32_t>(stir(before ^ pair) >> 32u));
    before = last;
    last = word;
    ++words;
  });
  if (words == 0) return {};
  if (words < kShortWords) return of_short(document);
  return {features.take(), pairs.sketch(), counted(words)};
}

double similarity(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.empty()) return 0;
  if (a.size() != kSketchBytes) return a == b ? 1 : 0;
  int equal = 0;
  for (std::size_t i = 0; i < kSketchBytes; i += sizeof(std::uint64_t)) {
    std::uint64_t x = 0, y = 0;
    std::memcpy(&x, a.data() + i, sizeof x);
    std::memcpy(&y, b.data() + i, sizeof y);
    const std::uint64_t differ = x ^ y;
    constexpr std::uint64_t kLowBits = 0x5555555555555555u;
    equal += 32 - std::popcount((differ | differ >> 1u) & kLowBits);
  }
  // A quarter of the bins with different words agree by chance.
  const double agree = static_cast<double>(equal) / kBins;
  return std::max(0.0, (agree - 0.25) / 0.75);
}

std::string encode_fingerprint(const Fingerprint& fingerprint) {
  std::string out;
  out += static_cast<char>(fingerprint.features.size());
  out += static_cast<char>(fingerprint.words);
  for (const std::uint32_t feature : fingerprint.features) {
    for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>(feature >> shift);
  }
  return out + fingerprint.sketch;
}

Fingerprint decode_fingerprint(std::string_view encoded) {
  if (encoded.size() < 2) return {};
  const auto count = static_cast<unsigned char>(encoded[0]);
  const std::size_t begin = 2 + count * sizeof(std::uint32_t);
  if (count > kMostFeatures || encoded.size() <= begin) return {};
  Fingerprint fingerprint;
  fingerprint.words = static_cast<std::uint8_t>(encoded[1]);
  for (std::size_t i = 2; i < begin; i += sizeof(std::uint32_t)) {
    std::uint32_t feature = 0;
    for (unsigned byte = 0; byte < 4; ++byte) {
      feature |= std::uint32_t{static_cast<unsigned char>(encoded[i + byte])} << (8 * byte);
    }
    fingerprint.features.push_back(feature);
  }
  fingerprint.sketch = encoded.substr(begin);
  return fingerprint;
}

}  // namespace dragoman
