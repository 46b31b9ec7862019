// Which of its senses does an acronym have here? Each sense has a profile, words that speak for it;
// the score of a sense is what the words around the acronym have of its profile.
//
//   SCO = {shanghai, astana, summit …} or {unix, linux, lawsuit …}
//   "the SCO summit in Astana"  ->  2 words for the first, none for the second
//
// A profile comes from a table (data/ambiguous.tsv, sense_cues.h), from the words of an expansion,
// or is learned from sentences in which the sense is known (SenseLearner), after the naive Bayes
// classifier of Gale, Church and Yarowsky, "A method for disambiguating word senses in a large
// corpus" (1992).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dragoman {

// Words are known by number; whoever makes profiles and contexts numbers them alike.
using WordNumber = std::uint32_t;

struct SenseProfile {
  struct Word {
    WordNumber word;
    float weight;
  };
  float prior = 0;
  std::vector<Word> words;  // in rising order of `word`, each once
};

// A word near the acronym, and how many words lie between.
struct ContextWord {
  WordNumber word;
  std::uint32_t distance;
};

// A word counts in full within kNear words, by half beyond.
inline constexpr std::uint32_t kNear = 12;

// The prior and the weights of those words of the profile that `context` holds, each counted once,
// at its nearest. `context` is in rising order of word. Linear in both.
float sense_score(std::span<const SenseProfile::Word> words, std::span<const ContextWord> context);

inline float sense_score(const SenseProfile& profile, std::span<const ContextWord> context) {
  return profile.prior + sense_score(std::span<const SenseProfile::Word>(profile.words), context);
}

// Puts context words into the order that sense_score wants, the nearest of each word first.
void sort_context(std::vector<ContextWord>& context);

// Learns the profiles of one acronym's senses from examples.
class SenseLearner {
 public:
  explicit SenseLearner(std::size_t senses) : examples_(senses), counts_(senses) {}

  // Requires: sense < the number of senses.
  void add_example(std::size_t sense, std::span<const ContextWord> context);

  // The words that tell `sense` from the others, weighted by the logarithm of how much.
  SenseProfile profile(std::size_t sense) const;

 private:
  std::vector<int> examples_;
  std::vector<std::unordered_map<WordNumber, int>> counts_;
  int total_ = 0;
};

}  // namespace dragoman
