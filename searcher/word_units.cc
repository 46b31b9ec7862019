#include "word_units.h"

#include <algorithm>
#include <string>

namespace dragoman {
namespace {

UnitSet words_with(const std::string& term, const std::vector<RankedWord>& words) {
  UnitSet set = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::vector<std::string>& terms = words[i].terms;
    if (std::find(terms.begin(), terms.end(), term) != terms.end()) set |= UnitSet{1} << i;
  }
  return set;
}

}  // namespace

// A term that is no word's may be in any document.
WordUnits::WordUnits(const std::vector<EvidenceUnit>& units, const std::vector<RankedWord>& words) {
  for (const EvidenceUnit& unit : units) {
    UnitSet set = 0;
    for (const std::string& term : unit.terms) {
      const UnitSet with_term = words_with(term, words);
      set |= with_term != 0 ? with_term : kAllUnits;
    }
    words_.push_back(set);
  }
}

UnitSet WordUnits::of(UnitSet words) const {
  UnitSet units = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if ((words_[i] & words) != 0) units |= UnitSet{1} << i;
  }
  return units;
}

}  // namespace dragoman
