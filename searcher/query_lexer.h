// Cuts a query into the pieces that its grammar knows. Never fails: what fits no other kind is a word.
//
//   SCO AND (title:summit OR "joint communiqué") -draft
//   word and ( field phrase-of-field or phrase ) minus word
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

enum class LexemeKind : std::uint8_t {
  kWord,
  kPhrase,     // "…", text without the quotes
  kExact,      // ="…"
  kPrefix,     // word*, text without the star
  kField,      // name:value, name:=value, name:"value"
  kFieldOpen,  // name:(
  kOpen,
  kClose,
  kPlus,
  kMinus,
  kAnd,
  kOr,
  kNot,
  kNear,
};

struct Lexeme {
  LexemeKind kind = LexemeKind::kWord;
  std::size_t begin = 0;  // bytes of the query
  std::size_t end = 0;
  std::string_view text;   // of words, phrases, prefixes, and a field's value
  std::string_view field;  // kField, kFieldOpen
  bool quoted = false;     // kField
  bool exact = false;      // kField
  unsigned distance = 0;   // kNear
  bool unclosed = false;   // a quote that the query does not close
};

inline constexpr unsigned kDefaultNearDistance = 10;

// Linear in the length of the query. The views point into `query`.
std::vector<Lexeme> cut_query(std::string_view query);

}  // namespace dragoman
