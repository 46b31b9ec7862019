// Names that a translator put together wrongly: the words of a known English name in another order,
// or all but the last.
//
//   "the Organization for Economic Cooperation"
//       ->  probably the Economic Cooperation Organization, possibly the OECD
//
// Looks only at phrases in title case that begin or end with a word such as "Organization"
// (Word::heads_name).
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "word.h"

namespace dragoman {

// Whether names of organizations begin or end with the word whose gazetteer key this is.
bool is_head_of_names(std::string_view key);

// Adds to `mentions`, which are in the order of the text and stay so. Linear.
void add_garbled_names(std::string_view text, const std::vector<Token>& tokens,
                       const std::vector<const Word*>& words,
                       std::vector<OrganizationMention>& mentions);

}  // namespace dragoman
