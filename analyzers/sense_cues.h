// The cues of data/ambiguous.tsv as profiles: for every candidate of an ambiguous acronym, the
// words that speak for it, numbered. Built once, at first use, from the compiled table; read-only
// afterwards.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer_data.h"
#include "sense_scorer.h"

namespace dragoman {

class SenseCues {
 public:
  // Words that are no cue have this number.
  static constexpr WordNumber kNone = 0;

  static const SenseCues& all();

  // The number of the word with this gazetteer key (Word::key).
  WordNumber number_of(std::string_view key) const;

  // Requires: candidate < kCandidateCount.
  const SenseProfile& profile(std::size_t candidate) const { return profiles_[candidate]; }

 private:
  SenseCues();

  std::unordered_map<std::string_view, WordNumber> numbers_;
  std::vector<SenseProfile> profiles_;
};

// The candidates of an acronym given by its letters: kCandidates[first .. last).
struct CandidateRange {
  std::size_t first = 0;
  std::size_t last = 0;
  bool empty() const { return first == last; }
};
CandidateRange candidates_of(std::string_view letters);

}  // namespace dragoman
