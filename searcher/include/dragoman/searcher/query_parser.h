// The query language. A query is parsed to a tree of clauses that knows nothing of any
// index or organization; compiling it to Xapian is another step (query_compiler.h).
//
//   SCO AND (title:summit OR "joint communiqué") -draft date:2016-11
//
// Any byte string is a legal query: what cannot be parsed is read as words, and said so
// in ParsedQuery::notes. Nothing throws. Nesting, length and clauses are limited, and
// what went over a limit is said in the notes too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

enum class ClauseKind : std::uint8_t {
  kNothing,  // an empty query
  kText,     // a run of plain words, "SCO cooperation": one text to analyze
  kPhrase,   // "in quotes"
  kExact,    // ="Surface Form"
  kPrefix,   // cooperat*
  kField,    // org:sco, title:"annual report": `field`, `text`; exact_match for org:=sco
  kRange,    // date:2016-11-20..2016-11-30: `field`, `from`, `to` (either may be empty)
  kAnd,      // all children
  kOr,       // any child
  kNot,      // the one child must not match
  kNear,     // children within `distance` words of each other, any order
  kQuery,    // what stands side by side: some demanded, some excluded, the rest ranked
};

// How a child of a kQuery counts.
enum class Demand : std::uint8_t { kShould, kMust, kMustNot };

struct Clause {
  ClauseKind kind = ClauseKind::kNothing;
  Demand demand = Demand::kShould;
  std::string field;
  std::string text;          // kText, kPhrase, kExact, kPrefix (without *), kField
  bool quoted = false;       // kField: the value stood in quotes
  bool exact_match = false;  // kField: field:=value
  std::string from, to;      // kRange; both ends included, partial dates as written: "2016-11"
  bool from_open = false;    // kRange: `from` itself is left out (date:>2016)
  bool to_open = false;      // kRange: `to` itself is left out (date:<2016)
  unsigned distance = 0;     // kNear
  std::vector<Clause> children;
};

struct ParsedQuery {
  Clause root;
  std::vector<std::string> notes;  // sentences for the user: what was not understood or cut
};

inline constexpr std::size_t kMaxQueryBytes = 16384;
inline constexpr std::size_t kMaxQueryClauses = 1024;
inline constexpr std::size_t kMaxQueryDepth = 64;

ParsedQuery parse_query(std::string_view query);

// A field that every hit must have: "lang" and "ru" as +lang:ru. "org" is the organization itself, as +org:=cis; "date"
// and "mention" take what stands behind date: in a query. Nothing where that is no date.
std::optional<Clause> filter_clause(std::string_view field, std::string_view value);

// The query of which each hit also has what the filters say, of several for one field but `org` any; ranked as it was
// without them.
Clause with_filters(Clause root, std::vector<Clause> filters);

// The tree in one line of Lisp, for --explain and tests:
//   (and (text "SCO") (or (field title "summit") (phrase "joint communiqué")))
std::string to_string(const Clause& clause);

}  // namespace dragoman
