// What a query names, for judging a document by the places where it names the same.
//
//   UN reform in Africa   ->  units {XO:un, XI:un}, {reform}, {africa}; title words un, reform, in, africa
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dragoman {

// A word or a name, in the order of the query; stop words are none.
struct EvidenceUnit {
  std::vector<std::string> terms;  // any of them is it
  double weight = 0;               // its rarity
  bool apart = false;              // not beside the one before: another clause, or a symbol between
};

// A word as it may stand in a title.
struct TitleWord {
  std::vector<std::string> terms;
  std::uint32_t tokens = 1;  // a pair of ideographs covers two
};

struct Evidence {
  std::vector<EvidenceUnit> units;
  std::vector<TitleWord> title;
};

}  // namespace dragoman
