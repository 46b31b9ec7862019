// The head of a United Nations document: its symbol, and the title of a resolution.
//
//   A/RES/73/3                                     symbol: A/RES/73/3
//   United Nations / General Assembly /
//   Distr.: General / 18 October 2018 …     ->     title:  Political declaration of the high-level
//   73/3. Political declaration of the                     meeting …
//   high-level meeting …
//
// Looks at a bounded part of the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

struct Masthead {
  std::string symbol;
  std::string title;  // empty when the document is no resolution
};

// Nothing when `text` does not begin as such a document does.
std::optional<Masthead> find_masthead(std::string_view text);

}  // namespace dragoman
