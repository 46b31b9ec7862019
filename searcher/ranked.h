// A document that matches, and how well.
#pragma once

#include <cstdint>

#include <xapian.h>

namespace dragoman {

// Bits of what a query names, as an EvidenceScorer numbers it.
using UnitSet = std::uint64_t;
inline constexpr UnitSet kAllUnits = ~UnitSet{0};

// Sums of floating point are not exact: a document a little below what is asked for is no waste.
inline constexpr double kScoreSlack = 1 - 1e-9;

struct Ranked {
  Xapian::docid document = 0;
  double score = 0;
  UnitSet units = kAllUnits;  // that it may have: all where that is not known
};

}  // namespace dragoman
