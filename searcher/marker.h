// A Marker is one thing a query looks for, in the terms of the index, so that its places in a hit can be
// found, shown and marked without reading the text again.
//
//   "collective security"  ->  slots {{"collect"}, {"secur"}}, tokens 2, what "collective security"
//   SCO                    ->  organizations {"sco", "sco-rats"}, slots {{"XA:SCO"}}
#pragma once

#include <set>
#include <string>
#include <vector>

namespace dragoman {

struct Marker {
  // What must stand at consecutive positions; at each, one of several terms. May be empty.
  std::vector<std::vector<std::string>> slots;
  unsigned tokens = 1;                // that a match of `slots` covers; a pair of ideographs covers two
  std::set<std::string> organizations;  // ids of the mentions that are meant
  std::set<std::string> symbols;        // keys (schema.h) of the symbols that are meant …
  std::set<std::string> families;       // … and of their families
  std::string what;                   // the query's word, for Mark::what of words
  double weight = 1;                  // how much a passage is worth that has it
  bool fallback = false;              // counts only in a hit where nothing else is found
};

}  // namespace dragoman
