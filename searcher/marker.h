// A Marker is one thing a query looks for, in the terms of the index, so that its places in a hit can be
// found, shown and marked without reading the text again.
//
//   "collective security"  ->  slots {0 collect, 1 secur}, tokens 2, what "collective security"
//   SCO                    ->  organizations {"sco", "sco-rats"}, slots {0 XA:SCO}
#pragma once

#include <set>
#include <string>
#include <vector>

#include "phrase.h"

namespace dragoman {

struct Marker {
  std::vector<PhraseSlot> slots;  // one for a word; may be empty
  unsigned tokens = 1;            // that a match of `slots` covers; a pair of ideographs covers two
  std::set<std::string> organizations;  // ids of the mentions that are meant
  std::set<std::string> symbols;        // keys (schema.h) of the symbols that are meant …
  std::set<std::string> families;       // … and of their families
  std::set<std::string> people;         // ids
  std::string what;                     // the query's word, for Mark::what of words
  double weight = 1;                    // how much a passage is worth that has it
  bool fallback = false;                // counts only in a hit where nothing else is found
};

}  // namespace dragoman
