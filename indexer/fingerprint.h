// What is left of a text to recognize its near copies by: a wire story as two papers print it, with
// other boiler-plate and a few words changed.
//
//   Fingerprint a = fingerprint(story), b = fingerprint(reprint);
//   similarity(a.sketch, b.sketch);   // 0.6; two stories that share a quotation: 0.2
//
// The sketch is a one-permutation MinHash (Li, Owen, Zhang 2012) of the pairs of neighbouring words,
// 256 bins of two bits (b-bit minwise hashing, Li and König 2010), empty bins filled from others
// (Shrivastava 2017). Features are the runs of three words that hash lowest: texts that share none
// need not be compared. Linear in the text; without state.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/document.h"

namespace dragoman {

struct Fingerprint {
  std::vector<std::uint32_t> features;
  std::string sketch;      // kSketchBytes; of a short text 8 bytes, which all words must share
  std::uint8_t words = 0;  // 255: so many, or more

  bool empty() const { return features.empty(); }
};

inline constexpr std::size_t kSketchBytes = 64;
inline constexpr std::size_t kMostFeatures = 8;
inline constexpr std::size_t kLeastWords = 8;   // shorter ones have no fingerprint
inline constexpr std::size_t kShortWords = 48;  // shorter ones are copies only when all words agree

// Of the body; of a short one the title counts too.
Fingerprint fingerprint(const Document& document);

// An estimate, from 0 to 1, of how many of the pairs of words in either text are in both. The standard
// error is about 0.04.
double similarity(std::string_view a, std::string_view b);

std::string encode_fingerprint(const Fingerprint& fingerprint);
Fingerprint decode_fingerprint(std::string_view encoded);  // empty when damaged

}  // namespace dragoman
