// What the parts of the TextCompiler share.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "dragoman/analyzers/analyzer.h"
#include "marker.h"
#include "phrase.h"
#include "query_words.h"

namespace dragoman {

// What is worth less than a name as it is indexed.
inline constexpr double kSmallLetters = 0.1;  // "sco" in small letters beside SCO
inline constexpr double kSpelling = 0.5;      // a person's name, or a word, in another spelling

inline std::string slice(std::string_view text, Span span) {
  return std::string(text.substr(span.begin, span.end - span.begin));
}

inline Xapian::Query any_of(std::vector<Xapian::Query> queries) {
  std::erase_if(queries, [](const Xapian::Query& q) { return q.empty(); });
  if (queries.size() == 1) return queries[0];
  return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
}

inline bool ideographs_at(const std::vector<QueryWord>& words, std::size_t i) {
  return i < words.size() && words[i].kind == TokenKind::kIdeograph;
}

// Whether words[i] and the next are ideographs without anything between.
inline bool paired(const std::vector<QueryWord>& words, std::size_t i, std::size_t last) {
  return i < last && ideographs_at(words, i) && ideographs_at(words, i + 1) &&
         words[i].span.end == words[i + 1].span.begin;
}

inline void append(std::vector<Marker>& to, std::vector<Marker> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

// "IS" in a text all in capitals: a word, unless documents have the organization.
inline bool reads_as_word(const QueryWord& word) {
  return word.shouted && is_ordinary_word(word.folded);
}

inline bool covers_all(const NameCandidate& name, std::size_t words) {
  return name.first_token == 0 && name.last_token + 1 == words;
}

}  // namespace dragoman
