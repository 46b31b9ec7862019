#include "sense_cues.h"

#include <algorithm>

#include "gazetteer_data.h"
#include "sense_cue_data.h"

namespace dragoman {

WordNumber cue_number(std::string_view key) {
  const char* const* const end = kCueWords + kCueWordCount;
  const char* const* const found = std::lower_bound(
      kCueWords, end, key, [](std::string_view word, std::string_view k) { return word < k; });
  if (found == end || *found != key) return kNoCue;
  return static_cast<WordNumber>(found - kCueWords) + 1;
}

std::span<const SenseProfile::Word> cues_of_candidate(std::size_t candidate) {
  const CueRange range = kCueRanges[candidate];
  return {kCueWeights + range.first, range.count};
}

CandidateRange candidates_of(std::string_view letters) {
  struct Order {
    bool operator()(const Candidate& c, std::string_view a) const { return c.acronym < a; }
    bool operator()(std::string_view a, const Candidate& c) const { return a < c.acronym; }
  };
  const auto [first, last] =
      std::equal_range(kCandidates, kCandidates + kCandidateCount, letters, Order());
  return {static_cast<std::size_t>(first - kCandidates),
          static_cast<std::size_t>(last - kCandidates)};
}

}  // namespace dragoman
