#include "name_candidates.h"

#include <unicode/bytestrie.h>

#include <algorithm>

#include "gazetteer_data.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostCandidateTokens = 64;

// Whether the surface can mean what the table lists. Small letters will do for a short form, as
// people type queries, unless they are a word.
bool fits(const Sense& sense, const Word& word, bool one_word, std::string_view surface) {
  if (!one_word)
    return !sense.exact_case || acronym_letters(surface) == acronym_letters(sense.surface) ||
           word.letter_case == LetterCase::kLower;
  const bool capitals =
      word.letter_case == LetterCase::kCapitals || word.letter_case == LetterCase::kMixed;
  if (sense.exact_case && capitals) return word.letters == acronym_letters(sense.surface);
  return capitals || word.letter_case == LetterCase::kNone || !is_ordinary_word(word.folded);
}

class CandidateFinder {
 public:
  CandidateFinder(std::string_view text, const std::vector<Token>& tokens,
                  const std::vector<const Word*>& words)
      : text_(text), tokens_(tokens), words_(words) {}

  std::vector<NameCandidate> run() {
    std::vector<NameCandidate> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      NameCandidate name = longest_at(i);
      if (name.organizations.empty()) {
        ++i;
      } else {
        i = name.last_token + 1;
        found.push_back(std::move(name));
      }
    }
    return found;
  }

 private:
  NameCandidate longest_at(std::size_t i) const {
    icu::BytesTrie trie(reinterpret_cast<const char*>(kNameTrie));
    NameCandidate longest;
    for (std::size_t j = i; j < std::min(tokens_.size(), i + kMostCandidateTokens); ++j) {
      if (j > i && !USTRINGTRIE_HAS_NEXT(trie.next(' '))) break;
      UStringTrieResult result = USTRINGTRIE_NO_MATCH;
      for (const char c : words_[j]->key) {
        result = trie.next(static_cast<unsigned char>(c));
        if (!USTRINGTRIE_MATCHES(result)) break;
      }
      if (USTRINGTRIE_HAS_VALUE(result)) {
        NameCandidate name = candidate(i, j, kSenseGroups[trie.getValue()]);
        if (!name.organizations.empty()) longest = std::move(name);
      }
      if (!USTRINGTRIE_HAS_NEXT(result)) break;
    }
    return longest;
  }

  NameCandidate candidate(std::size_t first, std::size_t last, const SenseGroup& group) const {
    NameCandidate name;
    name.span = {tokens_[first].span.begin, tokens_[last].span.end};
    name.first_token = static_cast<std::uint32_t>(first);
    name.last_token = static_cast<std::uint32_t>(last);
    name.contextual = true;
    const std::string_view surface = text_.substr(name.span.begin, name.span.end - name.span.begin);
    for (std::uint32_t s = 0; s < group.count; ++s) {
      const Sense& sense = kSenses[group.first + s];
      if (!fits(sense, *words_[first], first == last, surface)) continue;
      if (name.organizations.empty()) name.form = sense.form;
      name.contextual = name.contextual && sense.contextual;
      if (std::find(name.organizations.begin(), name.organizations.end(), sense.organization) ==
          name.organizations.end()) {
        name.organizations.push_back(sense.organization);
      }
    }
    return name;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<const Word*>& words_;
};

}  // namespace

std::vector<NameCandidate> find_name_candidates(std::string_view text,
                                                const std::vector<Token>& tokens,
                                                const std::vector<const Word*>& words) {
  return CandidateFinder(text, tokens, words).run();
}

}  // namespace dragoman
