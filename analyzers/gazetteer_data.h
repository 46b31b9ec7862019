// The compiled gazetteer (made by compile_gazetteer from data/organizations.tsv, data/ambiguous.tsv
// and data/relations.tsv): read-only tables and a trie, nothing to load.
#pragma once

#include <cstddef>
#include <cstdint>

#include "dragoman/analyzers/gazetteer.h"

namespace dragoman {

// One meaning of a name.
struct Sense {
  OrganizationNumber organization;
  NameForm form;
  bool exact_case;      // only in the capitals it is listed with
  bool contextual;      // counts only beside another name of the organization
  std::uint16_t langs;  // bit i: Language i
  const char* surface;  // as listed
};

// The years in which an organization was spoken of under its names; 0: not known, or not over.
struct Lifetime {
  std::int16_t from, to;
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
  const char* cues;  // "|minsk|russia|"
};

// The name of an organization in one language.
struct GazetteerLabel {
  OrganizationNumber organization;
  std::uint8_t lang;  // a Language
  const char* text;
};

// A name as it may be typed.
struct GazetteerEntry {
  const char* key;  // completion_key(text)
  const char* text;
  OrganizationNumber organization;
  bool acronym;
};

// Of one organization: kIncluded[included .. included + included_count), and so of kWholes and
// kRelated.
struct GazetteerTies {
  std::uint16_t included, included_count;
  std::uint16_t wholes, wholes_count;
  std::uint16_t related, related_count;
  std::int16_t whole;  // -1: a part of nothing
};

extern const Organization kOrganizations[];
extern const std::size_t kOrganizationCount;
extern const OrganizationNumber kById[];  // the organizations in the order of their ids
extern const Lifetime kLifetimes[];       // one an organization
extern const Sense kSenses[];
extern const std::size_t kSenseCount;
extern const SenseGroup kSenseGroups[];
extern const Candidate kCandidates[];  // sorted by acronym
extern const std::size_t kCandidateCount;
extern const GazetteerLabel kLabels[];  // sorted by organization and language
extern const std::size_t kLabelCount;
extern const GazetteerEntry kEntries[];  // sorted by key
extern const std::size_t kEntryCount;
extern const GazetteerTies kTies[];  // one an organization
extern const OrganizationNumber kIncluded[];
extern const OrganizationNumber kWholes[];
extern const OrganizationNumber kRelated[];
extern const unsigned char kNameTrie[];  // ICU BytesTrie: keys of words joined by ' ' -> group

}  // namespace dragoman
