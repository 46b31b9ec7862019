// The compiled glossary (made by compile_glossary from data/glossary.tsv): read-only tables and a
// trie, nothing to load.
#pragma once

#include <cstddef>
#include <cstdint>

#include "dragoman/analyzers/glossary.h"

namespace dragoman {

// kConceptTerms[first .. first + count) are its terms.
struct GlossaryConcept {
  std::string_view id;
  std::uint32_t first;
  std::uint32_t count;
};

// What the words of a key may mean.
struct ConceptSense {
  ConceptNumber number;
  std::uint16_t langs;  // bit i: Language i
  bool exact_case;      // only in capitals
};

// All senses of one key of the trie: kConceptSenses[first .. first + count).
struct ConceptSenseGroup {
  std::uint32_t first;
  std::uint32_t count;
};

extern const GlossaryConcept kConcepts[];  // sorted by id
extern const std::size_t kConceptCount;
extern const ConceptTerm kConceptTerms[];
extern const ConceptSense kConceptSenses[];
extern const ConceptSenseGroup kConceptSenseGroups[];
extern const unsigned char
    kConceptTrie[];  // icu::BytesTrie: glossary keys joined by blanks -> index of a group

}  // namespace dragoman
