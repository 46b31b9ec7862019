// The English names of the gazetteer as bags of words (made by compile_name_bags from
// data/organizations.tsv): read-only, sorted by hash.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dragoman {

struct NameBag {
  std::uint64_t hash;  // hash_of(name_keys(name))
  const char* id;      // of the organization
  bool whole;          // else the name without its last word
};

extern const NameBag kNameBags[];
extern const std::size_t kNameBagCount;

}  // namespace dragoman
