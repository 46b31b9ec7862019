// The compiled table of people (made by compile_people from data/people.tsv): read-only tables and
// a trie.
#pragma once

#include <cstddef>
#include <cstdint>

#include "dragoman/analyzers/people.h"

namespace dragoman {

enum class NameKind : std::uint8_t {
  kFull,   // Rashid Alimov
  kShort,  // 张明: a full name that is too short to be believed without a title
  kAlone,  // Alimov: counts beside the full name or a title
};

// One bearer of a name; those of one name are kNameBearers[first .. first + count).
struct NameBearer {
  PersonNumber person;
  NameKind kind;
};
struct NameBearers {
  std::uint32_t first;
  std::uint32_t count;
};

// A full name by its keys (name_key.h), "rjt lmf", and the romanized forms to compare.
struct NameByKey {
  const char* key;
  const char* first;
  const char* last;
  PersonNumber person;
};

extern const Person kPeople[];
extern const std::size_t kPersonCount;
extern const char* const
    kInitials[];  // of each person: "rр", the plain first letters of given names
extern const NameBearer kNameBearers[];
extern const NameBearers kNameGroups[];
extern const NameByKey kNamesByKey[];  // sorted by key
extern const std::size_t kNamesByKeyCount;
extern const unsigned char kPersonTrie[];  // ICU BytesTrie: keys of words joined by ' ' -> group

}  // namespace dragoman
