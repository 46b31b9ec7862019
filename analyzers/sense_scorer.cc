#include "sense_scorer.h"

#include <algorithm>
#include <cmath>

namespace dragoman {
namespace {

constexpr float kFarFactor = 0.5f;
constexpr double kSmoothing = 0.1;  // added to every count, so that one sentence proves little

}  // namespace

float sense_score(std::span<const SenseProfile::Word> words, std::span<const ContextWord> context) {
  float score = 0;
  auto near = context.begin();
  for (const SenseProfile::Word& cue : words) {
    while (near != context.end() && near->word < cue.word) ++near;
    if (near == context.end()) break;
    if (near->word == cue.word)
      score += near->distance <= kNear ? cue.weight : cue.weight * kFarFactor;
  }
  return score;
}

void sort_context(std::vector<ContextWord>& context) {
  std::sort(context.begin(), context.end(), [](const ContextWord& a, const ContextWord& b) {
    return a.word != b.word ? a.word < b.word : a.distance < b.distance;
  });
}

void SenseLearner::add_example(std::size_t sense, std::span<const ContextWord> context) {
  ++examples_[sense];
  ++total_;
  const ContextWord* last = nullptr;
  for (const ContextWord& word : context) {
    if (last == nullptr || last->word != word.word) ++counts_[sense][word.word];
    last = &word;
  }
}

SenseProfile SenseLearner::profile(std::size_t sense) const {
  SenseProfile profile;
  const double examples = examples_[sense];
  const double others = total_ - examples;
  profile.prior = static_cast<float>(std::log(
      (examples + kSmoothing) / (total_ + kSmoothing * static_cast<double>(examples_.size()))));
  for (const auto& counts : counts_) {
    for (const auto& [word, count] : counts) profile.words.push_back({word, 0});
  }
  std::sort(profile.words.begin(), profile.words.end(),
            [](const auto& a, const auto& b) { return a.word < b.word; });
  profile.words.erase(std::unique(profile.words.begin(), profile.words.end(),
                                  [](const auto& a, const auto& b) { return a.word == b.word; }),
                      profile.words.end());
  for (SenseProfile::Word& word : profile.words) {
    double here = 0;
    double elsewhere = 0;
    for (std::size_t s = 0; s < counts_.size(); ++s) {
      const auto found = counts_[s].find(word.word);
      if (found != counts_[s].end()) (s == sense ? here : elsewhere) += found->second;
    }
    word.weight =
        static_cast<float>(std::log((here + kSmoothing) / (examples + 2 * kSmoothing)) -
                           std::log((elsewhere + kSmoothing) / (others + 2 * kSmoothing)));
  }
  return profile;
}

}  // namespace dragoman
