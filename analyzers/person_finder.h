// Finds the people of data/people.tsv in a tokenized text, in the spellings of many languages:
//
//   Рашидом Алимовым, Rachid Alimov, R. Alimov, 拉希德·阿利莫夫   ->  rashid-alimov
//   Secretary-General Guterres, генсек ООН Гутерриш              ->  antonio-guterres
//
// Full names are looked up in a trie, Russian ones in all cases. An initial may stand for the first
// name, a patronymic or initial between the names, and a first name of the table beside another
// spelling of the family name (name_key.h). A family name alone counts where the text has the full
// name, or behind a title; so "ban on nuclear tests" is nobody. Linear in the number of tokens.
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "word.h"

namespace dragoman {

// `words[i]` belongs to `tokens[i]`; `organizations` are those found in the text. In the order of
// the text, never overlapping.
std::vector<PersonMention> find_people(std::string_view text, const std::vector<Token>& tokens,
                                       const std::vector<const Word*>& words,
                                       const std::vector<OrganizationMention>& organizations);

}  // namespace dragoman
