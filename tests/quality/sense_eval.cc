// sense_eval TRAIN.json DICTION.json: how often the context scorer chooses the right
// expansion of an acronym, on the data of the SDU@AAAI-22 acronym disambiguation task. Prints the
// accuracy of
//   the most frequent expansion (known from all labels, a generous baseline),
//   the words of the expansions alone,
//   profiles learned from the other folds.
// Without data it says so and succeeds, so that it can be run anywhere.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "dragoman/analyzers/analyzer.h"
#include "sense_scorer.h"

namespace {

using namespace dragoman;
using nlohmann::json;

constexpr std::size_t kFolds = 10;

struct Example {
  std::string acronym;
  std::size_t label = 0;             // among the expansions of the acronym
  std::vector<ContextWord> context;  // sorted
};

struct Acronym {
  std::vector<std::string> expansions;
  std::vector<SenseProfile> profiles;  // from the words of the expansions
  std::vector<std::size_t> examples;
};

class Words {
 public:
  WordNumber number(std::string_view term) {
    return numbers_.emplace(std::string(term), static_cast<WordNumber>(numbers_.size()))
        .first->second;
  }

 private:
  std::unordered_map<std::string, WordNumber> numbers_;
};

// The words of the sentence but the acronym itself, with their distances from it.
std::vector<ContextWord> context_of(Analyzer& analyzer, Words& words, const std::string& sentence,
                                    const std::string& acronym) {
  const Analysis& analysis = analyzer.analyze(sentence, "en");
  const std::size_t at = sentence.find(acronym);
  std::size_t center = 0;
  while (center < analysis.tokens.size() && analysis.tokens[center].span.end <= at) ++center;
  std::vector<ContextWord> context;
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Span span = analysis.tokens[i].span;
    if (span.begin < at + acronym.size() && span.end > at) continue;
    const std::size_t distance = i > center ? i - center : center - i;
    context.push_back(
        {words.number(analysis.tokens[i].term), static_cast<std::uint32_t>(distance)});
  }
  sort_context(context);
  return context;
}

SenseProfile profile_of(Analyzer& analyzer, Words& words, const std::string& expansion) {
  constexpr std::size_t kShortestWord = 4;
  SenseProfile profile;
  for (const Token& token : analyzer.analyze(expansion, "en").tokens) {
    if (token.folded.size() >= kShortestWord)
      profile.words.push_back({words.number(token.term), 1});
  }
  std::sort(profile.words.begin(), profile.words.end(),
            [](const auto& a, const auto& b) { return a.word < b.word; });
  profile.words.erase(std::unique(profile.words.begin(), profile.words.end(),
                                  [](const auto& a, const auto& b) { return a.word == b.word; }),
                      profile.words.end());
  return profile;
}

std::size_t best_of(const std::vector<SenseProfile>& profiles,
                    const std::vector<ContextWord>& context) {
  std::size_t best = 0;
  for (std::size_t s = 1; s < profiles.size(); ++s) {
    if (sense_score(profiles[s], context) > sense_score(profiles[best], context)) best = s;
  }
  return best;
}

struct Data {
  std::vector<Example> examples;
  std::map<std::string, Acronym> acronyms;
};

Data read_data(const json& train, const json& diction) {
  Data data;
  Analyzer analyzer;
  Words words;
  for (const json& row : train) {
    const std::string name = row.at("acronym");
    Acronym& acronym = data.acronyms[name];
    if (acronym.expansions.empty()) {
      for (const std::string expansion : diction.at(name)) {
        acronym.expansions.push_back(expansion);
        acronym.profiles.push_back(profile_of(analyzer, words, expansion));
      }
    }
    const auto label = std::find(acronym.expansions.begin(), acronym.expansions.end(),
                                 row.at("label").get<std::string>());
    if (label == acronym.expansions.end()) continue;
    acronym.examples.push_back(data.examples.size());
    data.examples.push_back({name, static_cast<std::size_t>(label - acronym.expansions.begin()),
                             context_of(analyzer, words, row.at("sentence"), name)});
  }
  return data;
}

std::size_t count_most_frequent(const Data& data) {
  std::size_t right = 0;
  for (const auto& [name, acronym] : data.acronyms) {
    std::map<std::size_t, std::size_t> counts;
    for (const std::size_t e : acronym.examples) ++counts[data.examples[e].label];
    std::size_t most = 0;
    for (const auto& [label, count] : counts) most = std::max(most, count);
    right += most;
  }
  return right;
}

std::size_t count_by_expansion(const Data& data) {
  return static_cast<std::size_t>(
      std::count_if(data.examples.begin(), data.examples.end(), [&](const Example& example) {
        return best_of(data.acronyms.at(example.acronym).profiles, example.context) ==
               example.label;
      }));
}

// Each fold is judged by what the others taught.
std::size_t count_learned(const Data& data) {
  std::size_t right = 0;
  for (const auto& [name, acronym] : data.acronyms) {
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
      SenseLearner learner(acronym.expansions.size());
      for (const std::size_t e : acronym.examples) {
        if (e % kFolds != fold)
          learner.add_example(data.examples[e].label, data.examples[e].context);
      }
      std::vector<SenseProfile> profiles;
      for (std::size_t s = 0; s < acronym.expansions.size(); ++s)
        profiles.push_back(learner.profile(s));
      for (const std::size_t e : acronym.examples) {
        if (e % kFolds == fold &&
            best_of(profiles, data.examples[e].context) == data.examples[e].label)
          ++right;
      }
    }
  }
  return right;
}

void report(const char* what, std::size_t right, std::size_t all) {
  std::cout << what << ' ' << 100.0 * static_cast<double>(right) / static_cast<double>(all)
            << " % of " << all << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  std::ifstream train(argc > 1 ? argv[1] : "");
  std::ifstream diction(argc > 2 ? argv[2] : "");
  if (!train || !diction) {
    std::cout << "sense_eval: skipped, no data; usage: sense_eval TRAIN.json DICTION.json\n";
    return 0;
  }
  const Data data = read_data(json::parse(train), json::parse(diction));
  report("most frequent expansion ", count_most_frequent(data), data.examples.size());
  report("words of the expansions ", count_by_expansion(data), data.examples.size());
  report("learned from other folds", count_learned(data), data.examples.size());
  return 0;
}
