// What a query that is being typed may go on with: fields, and organizations by their names in any language.
//
//   complete_query("summit or", 5)        org:, org:= from byte 7 on
//   complete_query("org:шос", 5)          sco (ШОС) from byte 4 on
//
// Needs no index. Thread rule: calls do not share state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

enum class ChoiceKind { kField, kOrganization };

struct QueryChoice {
  ChoiceKind kind = ChoiceKind::kField;
  std::string text;  // what is put in place of what was typed: "org:", or an organization's id
  std::string name;  // the name that fits: "ШОС"; empty for a field
};

struct QueryCompletion {
  std::size_t begin = 0;  // byte of the line from which on it is replaced
  std::vector<QueryChoice> choices;
};

// At most `most` names are looked at. Of an organization its label stands for all that fit, or else the first of them.
QueryCompletion complete_query(std::string_view line, std::size_t most);

// Organizations with a name that begins as what is typed last, after org: or without it: the longest run of words that
// fits. For where there is room to show what each means.
QueryCompletion complete_names(std::string_view line, std::size_t most);

}  // namespace dragoman
