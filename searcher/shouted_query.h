// A query written in capitals throughout, as a headline or a telegram: its AND, OR and NOT are words.
//
//   BORDER DISPUTE BETWEEN ISRAEL AND SYRIA   a sentence
//   NATO AND RUSSIA                           a Boolean query
#pragma once

#include <string_view>
#include <vector>

#include "query_lexer.h"

namespace dragoman {

// Makes words of the operators when the query is a shouted sentence; tells whether it did.
bool read_shouted_operators_as_words(std::string_view query, std::vector<Lexeme>& lexemes);

}  // namespace dragoman
