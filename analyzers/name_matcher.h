// Finds the names, acronyms and aliases of the gazetteer in a tokenized text: at every word the
// longest name that begins there, in the compiled trie. What a name means is for
// organization_matcher.h to decide.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "gazetteer_data.h"
#include "word.h"

namespace dragoman {

struct NameMatch {
  std::uint32_t first_token = 0;  // both included
  std::uint32_t last_token = 0;
  const SenseGroup* group = nullptr;
};

// Fills in what the matchers want to know of a word. Call once for each Word.
void annotate_word(Word& word);

class NameMatcher {
 public:
  // All must outlive the matcher. The words are annotated.
  NameMatcher(std::string_view text, const std::vector<Token>& tokens,
              const std::vector<const Word*>& words)
      : text_(text), tokens_(tokens), words_(words) {}

  // In the order of the text, never overlapping. Linear: a word that starts no name costs one look.
  void find(std::vector<NameMatch>& matches) const { find(0, tokens_.size(), matches); }

  // The same of the tokens from `first` on and before `end` alone.
  void find(std::size_t first, std::size_t end, std::vector<NameMatch>& matches) const;

  // Whether the capitals of the text agree with the sense: WHO is not who. A match has at least one
  // such sense.
  bool fits_case(const Sense& sense, const NameMatch& match) const;

  Span span_of(const NameMatch& match) const {
    return {tokens_[match.first_token].span.begin, tokens_[match.last_token].span.end};
  }
  std::string_view surface(const NameMatch& match) const {
    const Span span = span_of(match);
    return text_.substr(span.begin, span.end - span.begin);
  }

 private:
  std::size_t match_at(std::size_t first, std::size_t end, std::vector<NameMatch>& matches) const;
  bool fits(const NameMatch& match) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<const Word*>& words_;
};

// The letters of an acronym as data/ambiguous.tsv lists it: without dots, hyphens, spaces.
std::string letters_of_acronym(std::string_view surface);

}  // namespace dragoman
