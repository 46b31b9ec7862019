#include "query_words.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr std::size_t kLongestAcronym = 6;  // letters; longer words in capitals are shouted words

// In a query all in capitals every word is written like one, which says nothing.
bool written_like_acronym(const Token& token) {
  return token.kind == TokenKind::kWord && !token.shouted &&
         (token.letter_case == LetterCase::kCapitals || token.letter_case == LetterCase::kMixed);
}

QueryWord first_seen(std::string_view text, const Token& token) {
  QueryWord word;
  word.span = token.span;
  word.position = token.position;
  word.kind = token.kind;
  word.folded = token.folded;
  word.stop = is_stop_word(token.folded);
  word.capital = token.letter_case == LetterCase::kTitle;
  word.shouted = token.shouted;
  if (written_like_acronym(token)) {
    std::string letters =
        acronym_letters(text.substr(token.span.begin, token.span.end - token.span.begin));
    if (token.letter_case == LetterCase::kMixed || letters.size() <= 2 * kLongestAcronym)
      word.letters = std::move(letters);
  }
  return word;
}

}  // namespace

std::vector<QueryWord> query_words(std::string_view text, Analyzer& analyzer,
                                   const std::vector<std::string>& langs) {
  std::vector<QueryWord> words;
  for (const std::string& lang : langs) {
    const Analysis& analysis = analyzer.analyze(text, lang);
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
      const Token& token = analysis.tokens[i];
      if (i == words.size()) words.push_back(first_seen(text, token));
      std::string term(token.term);
      words[i].by_language.push_back(term);
      if (std::find(words[i].terms.begin(), words[i].terms.end(), term) == words[i].terms.end()) {
        words[i].terms.push_back(std::move(term));
      }
    }
  }
  return words;
}

}  // namespace dragoman
