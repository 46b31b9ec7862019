// The cues of data/ambiguous.tsv, numbered and weighted (made by compile_sense_cues): read-only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sense_scorer.h"

namespace dragoman {

struct CueRange {
  std::uint32_t first;
  std::uint32_t count;
};

// The number of a cue is its place here and one.
extern const char* const kCueWords[];  // sorted
extern const std::size_t kCueWordCount;
extern const SenseProfile::Word kCueWeights[];
extern const CueRange kCueRanges[];  // of kCueWeights, for each of kCandidates

}  // namespace dragoman
