// Build tool: compile_sense_cues > sense_cue_data.cc
// Numbers the cues of kCandidates, with which it is linked, and weighs them.
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer_data.h"

namespace {

using namespace dragoman;

std::vector<std::string> cues_of(const Candidate& candidate) {
  std::vector<std::string> cues;
  std::string_view rest(candidate.cues);
  while (rest.size() > 1) {
    rest.remove_prefix(1);
    cues.emplace_back(rest.substr(0, rest.find('|')));
    rest.remove_prefix(cues.back().size());
  }
  return cues;
}

// A word that speaks for many senses says little about each: "commission", "states".
const char* weight_of(int senses) {
  if (senses <= 3) return "1";
  return senses <= 8 ? "0.5f" : "0.25f";
}

struct Cue {
  std::size_t number = 0;
  int senses = 0;
};

}  // namespace

int main() {
  std::map<std::string, Cue> cues;
  for (std::size_t c = 0; c < kCandidateCount; ++c) {
    for (const std::string& word : cues_of(kCandidates[c])) ++cues[word].senses;
  }
  std::cout << "#include \"sense_cue_data.h\"\n\nnamespace dragoman {\n\n"
            << "const char* const kCueWords[] = {\n";
  std::size_t number = 0;
  for (auto& [word, cue] : cues) {
    cue.number = ++number;
    std::cout << "\"" << word << "\",\n";
  }
  std::cout << "};\nconst std::size_t kCueWordCount = " << cues.size()
            << ";\n\nconst SenseProfile::Word kCueWeights[] = {\n";
  std::vector<std::size_t> counts;
  for (std::size_t c = 0; c < kCandidateCount; ++c) {
    std::map<std::size_t, int> senses;  // by number
    for (const std::string& word : cues_of(kCandidates[c])) {
      senses[cues[word].number] = cues[word].senses;
    }
    for (const auto& [cue, shared] : senses) {
      std::cout << "{" << cue << "," << weight_of(shared) << "},\n";
    }
    counts.push_back(senses.size());
  }
  std::cout << "};\n\nconst CueRange kCueRanges[] = {\n";
  std::size_t first = 0;
  for (const std::size_t count : counts) {
    std::cout << "{" << first << "," << count << "},\n";
    first += count;
  }
  std::cout << "};\n\n}  // namespace dragoman\n";
  return 0;
}
