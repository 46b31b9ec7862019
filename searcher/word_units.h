// Which units of a query's evidence a document may have, by the ranked words that it has.
//
//   WordUnits units(scorer.units(), words);
//   match.units = units.of(match.units);
#pragma once

#include <vector>

#include "evidence.h"
#include "ranked.h"
#include "ranked_word.h"

namespace dragoman {

class WordUnits {
 public:
  // At most as many as UnitSet has bits.
  WordUnits(const std::vector<EvidenceUnit>& units, const std::vector<RankedWord>& words);

  UnitSet of(UnitSet words) const;

 private:
  std::vector<UnitSet> words_;  // of each unit: without any of them it is not there
};

}  // namespace dragoman
