// The compiled gazetteer (made by compile_gazetteer from data/organizations.tsv and
// data/ambiguous.tsv): read-only tables and a trie, nothing to load.
#pragma once

#include <cstddef>
#include <cstdint>

#include "dragoman/analyzers/gazetteer.h"

namespace dragoman {

// One meaning of a name.
struct Sense {
  OrganizationNumber organization;
  NameForm form;
  bool exact_case;       // only in the capitals it is listed with
  bool contextual;       // counts only beside another name of the organization
  std::uint16_t langs;   // bit i: Language i
  const char* surface;   // as listed
};

// All meanings of one key of the trie: kSenses[first .. first + count).
struct SenseGroup {
  std::uint32_t first;
  std::uint32_t count;
};

// What an ambiguous acronym may stand for, and the words that tell.
struct Candidate {
  const char* acronym;
  std::int32_t organization;  // -1: something that is no organization here
  bool rival;                 // -1 only: a name that competes, not just an ordinary word or a code
  std::uint16_t langs;
  const char* cues;           // "|minsk|russia|"
};

extern const Organization kOrganizations[];
extern const std::size_t kOrganizationCount;
extern const Sense kSenses[];
extern const std::size_t kSenseCount;
extern const SenseGroup kSenseGroups[];
extern const Candidate kCandidates[];  // sorted by acronym
extern const std::size_t kCandidateCount;
extern const unsigned char kNameTrie[];  // ICU BytesTrie: keys of words joined by ' ' -> group

}  // namespace dragoman
