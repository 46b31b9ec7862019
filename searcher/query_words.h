// The words of a query as an index may hold them: stemmed in every language that the index has.
//
//   "coopération" in an index of en and fr  ->  {cooper, cooper…}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analyzer.h"

namespace dragoman {

struct QueryWord {
  Span span;  // bytes of the query's text
  std::uint32_t position = 0;
  TokenKind kind = TokenKind::kWord;
  std::vector<std::string> terms;        // one of each language's making, without repeats
  std::vector<std::string> by_language;  // parallel to the languages
  std::string folded;
  std::string letters;  // "WHO", when the word is written like an acronym
  bool stop = false;
  bool capital = false;  // "Alimov"
  bool shouted = false;  // the text around it is all in capitals
};

// `langs` must not be empty.
std::vector<QueryWord> query_words(std::string_view text, Analyzer& analyzer,
                                   const std::vector<std::string>& langs);

}  // namespace dragoman
