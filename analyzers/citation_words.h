// The words beside a number that make it a citation, in the six languages of the United Nations:
//
//   Security Council resolution |2334|        резолюция |2334| Совета Безопасности
//   القرار |2334|                             安理会第|2334|号决议
//
// Reads a bounded stretch of text before or behind the number. Functions without state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dragoman {

enum class CitedBody : std::uint8_t {
  kNone,
  kSecurityCouncil,
  kGeneralAssembly,
  kCouncil,        // "the Council": which one, the number tells
  kUnitedNations,  // "UN resolution": likewise
  kEcosoc,
  kHumanRightsCouncil,
  kHumanRightsCommission,
  kTrusteeshipCouncil,
  kEnvironmentAssembly,
  kCouncilOfEurope,  // its Parliamentary Assembly
  kOther,            // a body whose resolutions have no form of their own here
};

enum class CitedAct : std::uint8_t { kNone, kResolution, kDecision, kUnionAct };

struct WordsBefore {
  CitedBody body = CitedBody::kNone;
  CitedAct act = CitedAct::kNone;
  bool body_suffices = false;  // "UNSC 2334", "СБ ООН 2334": needs no word for resolution
  bool counted = false;        // "No. 2334"
  bool ordinal = false;        // 第: the word for resolution comes behind the number
  std::string_view union_act;  // "EU", "CFSP" of "(EU) No", for kUnionAct
  std::size_t begin = 0;       // where the words begin that belong to the citation
};

// What stands before byte `at`. `any_case` reads "un sc ga" in small letters too, as in a query.
WordsBefore cited_words_before(std::string_view text, std::size_t at, bool any_case);

struct WordsBehind {
  CitedBody body = CitedBody::kNone;
  CitedAct act = CitedAct::kNone;  // 号决议
  std::size_t act_end = 0;         // the end of 号 or 号决议 directly behind; 0 without
  std::size_t end = 0;             // the end of the body's name; 0 without
  int year = 0;                    // "of 1971", "passed in 1967", "لعام 2015"
};

// What stands behind byte `at`: "of the Human Rights Council", "Совета Безопасности ООН", "号决议".
WordsBehind words_behind(std::string_view text, std::size_t at);

enum class Glue : std::uint8_t {
  kNone,
  kDates,  // ", ", " of 21 November 1990, ": a list that tells dates
  kList,   // ", ", " and "
  kRange,  // " to ", "–"
};

// What binds one citation of a list to the next one: the text between them.
Glue glue_between(std::string_view gap);

// Whether "case", "affaire", "дело" stands before byte `at`.
bool case_word_before(std::string_view text, std::size_t at);

}  // namespace dragoman
