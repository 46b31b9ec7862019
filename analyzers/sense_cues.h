// The cues of data/ambiguous.tsv: for every candidate of an ambiguous acronym, the words that speak
// for it, numbered. Read-only; nothing to load.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "sense_scorer.h"

namespace dragoman {

// Words that are no cue have this number.
inline constexpr WordNumber kNoCue = 0;

// The number of the word with this gazetteer key (Word::key). A binary search.
WordNumber cue_number(std::string_view key);

// The profile of kCandidates[candidate]. Requires: candidate < kCandidateCount.
std::span<const SenseProfile::Word> cues_of_candidate(std::size_t candidate);

// The candidates of an acronym given by its letters: kCandidates[first .. last).
struct CandidateRange {
  std::size_t first = 0;
  std::size_t last = 0;
  bool empty() const { return first == last; }
};
CandidateRange candidates_of(std::string_view letters);

}  // namespace dragoman
