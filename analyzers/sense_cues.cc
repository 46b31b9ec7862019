#include "sense_cues.h"

#include <algorithm>

namespace dragoman {

namespace {

// A word that speaks for many senses says little about each: "commission", "states".
float weight_of(int senses) {
  if (senses <= 3) return 1;
  return senses <= 8 ? 0.5f : 0.25f;
}

}  // namespace

const SenseCues& SenseCues::all() {
  static const SenseCues cues;
  return cues;
}

SenseCues::SenseCues() : profiles_(kCandidateCount) {
  std::vector<int> senses = {0};  // by number of the cue
  for (std::size_t c = 0; c < kCandidateCount; ++c) {
    std::string_view rest(kCandidates[c].cues);
    rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
    while (!rest.empty()) {
      const std::string_view cue = rest.substr(0, rest.find('|'));
      const auto number = static_cast<WordNumber>(numbers_.size() + 1);
      const auto [known, is_new] = numbers_.emplace(cue, number);
      if (is_new) senses.push_back(0);
      ++senses[known->second];
      profiles_[c].words.push_back({known->second, 1});
      rest.remove_prefix(std::min(rest.size(), cue.size() + 1));
    }
    std::sort(profiles_[c].words.begin(), profiles_[c].words.end(),
              [](const auto& a, const auto& b) { return a.word < b.word; });
  }
  for (SenseProfile& profile : profiles_) {
    for (SenseProfile::Word& word : profile.words) word.weight = weight_of(senses[word.word]);
  }
}

WordNumber SenseCues::number_of(std::string_view key) const {
  const auto found = numbers_.find(key);
  return found == numbers_.end() ? kNone : found->second;
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
