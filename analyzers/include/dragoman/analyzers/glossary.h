// The Glossary: phrases of diplomacy that mean one thing in the six languages of the United
// Nations, compiled into the program from data/glossary.tsv.
//
//   find_concepts("борьбе с терроризмом")  ->  [0,38) counter-terrorism, said in ru
//   terms_of(*find_concept("ceasefire"))   ->  en ceasefire, ru прекращение огня …
//
// Organizations are not here but in the Gazetteer. Read-only data; any number of threads may use
// it. All views live as long as the program.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "dragoman/export.h"

namespace dragoman {

// Index of a concept; concepts are in the order of their ids.
using ConceptNumber = std::uint16_t;

// One way to say it in one language.
struct ConceptTerm {
  std::string_view text;  // as listed: "Secretary-General", "لجنة التحقيق"
  std::array<char, 2> code = {};
  bool acronym = false;  // IDP: only in capitals does it mean the concept

  // en, fr, es, ru, ar or zh; lives as long as the term.
  std::string_view lang() const { return {code.data(), code.size()}; }
};

// A concept where a text speaks of it.
struct ConceptMention {
  Span span;
  ConceptNumber number = 0;
  std::vector<std::string_view> langs;  // in which the words mean it: "sanctions" is en and fr
};

// Concepts are numbered from 0.
DRAGOMAN_API std::size_t concept_count();

// The functions below require number < concept_count().
// Its English name in small letters: "nuclear-weapon-free-zone".
DRAGOMAN_API std::string_view concept_id(ConceptNumber number);

// The words for it, by language in the order en, fr, es, ru, ar, zh, the usual one of each language
// first. All six languages are there.
DRAGOMAN_API std::span<const ConceptTerm> terms_of(ConceptNumber number);

// Nothing when there is no concept with this id. A binary search.
DRAGOMAN_API std::optional<ConceptNumber> find_concept(std::string_view id);

// The concepts that a short text, as a query is, speaks of; at each place the longest phrase. Case,
// accents, hyphens, British or American spelling, the plural, Russian endings and Arabic clitics do
// not matter. Never overlapping, in the order of the text; but a phrase with two meanings gives two
// mentions of one span. Linear.
DRAGOMAN_API std::vector<ConceptMention> find_concepts(std::string_view text);

}  // namespace dragoman
