#include "gazetteer_variants.h"

namespace dragoman {
namespace {

constexpr std::size_t kFewestInnerWords = 2;
constexpr std::size_t kFewestVariantWords = 3;  // "EU Council" might be anything

}  // namespace

// The article changes with the noun: "des Nations Unies", but "de l'ONU".
NameShortener::NameShortener() {
  learn("fr", {"des", "nations", "unies"}, {"de", "onu"});
  learn("es", {"de", "las", "naciones", "unidas"}, {"de", "la", "onu"});
}

void NameShortener::learn(const std::string& lang, const Keys& name, const Keys& acronym) {
  if (name.size() < kFewestInnerWords || acronym.empty()) return;
  short_forms_.emplace(std::pair(lang, name), acronym);
  if (lang == "en") english_acronyms_.insert(acronym.front());
}

std::vector<Keys> NameShortener::variants(const std::string& lang, const Keys& name) const {
  std::vector<Keys> found;
  for (std::size_t first = 0; first < name.size(); ++first) {
    for (std::size_t end = name.size(); end >= first + kFewestInnerWords; --end) {
      if (first == 0 && end == name.size()) continue;
      const auto from = name.begin() + static_cast<std::ptrdiff_t>(first);
      const auto to = name.begin() + static_cast<std::ptrdiff_t>(end);
      const auto known = short_forms_.find({lang, Keys(from, to)});
      if (known == short_forms_.end()) continue;
      Keys variant(name.begin(), from);
      variant.insert(variant.end(), known->second.begin(), known->second.end());
      variant.insert(variant.end(), to, name.end());
      if (variant.size() >= kFewestVariantWords) found.push_back(std::move(variant));
      break;  // the longest name that starts here
    }
  }
  if (lang == "en" && name.size() >= kFewestVariantWords &&
      english_acronyms_.contains(name.front())) {
    Keys moved(name.begin() + 1, name.end());
    moved.insert(moved.end(), {"of", "the", name.front()});
    found.push_back(std::move(moved));
  }
  return found;
}

}  // namespace dragoman
