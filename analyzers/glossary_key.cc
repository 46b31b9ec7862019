#include "glossary_key.h"

#include <iterator>
#include <string_view>

namespace dragoman {
namespace {

struct Ending {
  std::string_view plural, singular;
  std::size_t shortest;  // word, in bytes, that has the ending
};

// The first that fits. Not always the true singular, but the same for both numbers.
constexpr Ending kEndings[] = {
    {"eaux", "eau", 4},  // réseaux
    {"aux", "al", 6},    // tribunaux
    {"ss", "ss", 0},     // congress
    {"is", "", 6},       // crisis, as crises
    {"s", "", 4},
};

constexpr std::size_t kShortestWithoutE = 4;

void drop_ending(std::string& key) {
  for (const Ending& ending : kEndings) {
    if (key.size() < ending.shortest || !key.ends_with(ending.plural)) continue;
    key.replace(key.size() - ending.plural.size(), ending.plural.size(), ending.singular);
    return;
  }
}

}  // namespace

std::string glossary_key(const Word& word) {
  std::string key = word.key;
  if (word.script != Script::kLatin) return key;
  drop_ending(key);
  if (key.size() > kShortestWithoutE && key.back() == 'e') key.pop_back();  // sanciones, measures
  if (!key.empty() && key.back() == 'y') key.back() = 'i';                  // energy, energies
  return key;
}

}  // namespace dragoman
