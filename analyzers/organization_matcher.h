// Finds the organizations of the gazetteer in a tokenized text: the longest name that starts at a
// word wins. A short form with several senses is decided by the names beside it in the document, then
// by the cue words of data/ambiguous.tsv; one that stays undecided is no mention.
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "language.h"
#include "word.h"

namespace dragoman {

// `words[i]` belongs to `tokens[i]`. Mentions in the order of the text, never overlapping.
std::vector<OrganizationMention> match_organizations(std::string_view text, const std::vector<Token>& tokens,
                                                     const std::vector<const Word*>& words, Language lang);

}  // namespace dragoman
