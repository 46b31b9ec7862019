// The names of organizations in a query, with every organization that each may mean. Nothing is decided
// here: a query is too short for that, and must not hide a sense. (Texts: organization_matcher.h.)
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analyzer.h"
#include "word.h"

namespace dragoman {

// The longest names, in the order of the text. `words[i]` belongs to `tokens[i]`.
std::vector<NameCandidate> find_name_candidates(std::string_view text,
                                                const std::vector<Token>& tokens,
                                                const std::vector<const Word*>& words);

}  // namespace dragoman
