#include "dragoman/analyzers/glossary.h"

#include <unicode/bytestrie.h>

#include <algorithm>
#include <string>
#include <utility>

#include "fold.h"
#include "glossary_data.h"
#include "glossary_key.h"
#include "han_boundaries.h"
#include "language.h"
#include "tokenizer.h"
#include "word.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostTermTokens = 40;
constexpr std::size_t kMostConceptGap = 64;
constexpr std::size_t kShortHanTerm = 3;  // ideographs that two words may make by chance

struct QueryToken {
  Span span;
  TokenKind kind = TokenKind::kWord;
  bool capitals = false;
  std::string key;
};

std::vector<QueryToken> query_tokens(std::string_view text) {
  std::vector<RawToken> raw;
  tokenize_text(text, raw);
  std::vector<QueryToken> tokens;
  tokens.reserve(raw.size());
  for (const RawToken& token : raw) {
    const std::string_view surface =
        text.substr(token.span.begin, token.span.end - token.span.begin);
    const Word word = make_word(surface, token.kind);
    const bool capitals =
        word.letter_case == LetterCase::kCapitals || word.letter_case == LetterCase::kMixed;
    // In a line of capitals a short word looks like an acronym, and would keep its ending.
    std::string key =
        glossary_key(token.shouted ? make_word(fold_case(surface), token.kind) : word);
    tokens.push_back({token.span, token.kind, capitals, std::move(key)});
  }
  return tokens;
}

// A phrase does not reach over the end of a sentence or out of brackets.
bool ends_phrase(std::string_view gap) {
  constexpr std::string_view kEnds[] = {".",  ";",  ":",  "!",  "?",  "(", ")",  "[",
                                        "]",  "\"", "«",  "»",  "“",  "”", "。", "；",
                                        "：", "！", "？", "（", "）", "؛", "؟",  "…"};
  return gap.size() > kMostConceptGap ||
         std::any_of(std::begin(kEnds), std::end(kEnds), [gap](std::string_view end) {
           return gap.find(end) != std::string_view::npos;
         });
}

std::vector<std::string_view> codes_of(unsigned langs) {
  std::vector<std::string_view> codes;
  for (int i = 1; i < kLanguages; ++i) {
    if ((langs >> static_cast<unsigned>(i) & 1u) != 0)
      codes.push_back(code_of(static_cast<Language>(i)));
  }
  return codes;
}

class ConceptFinder {
 public:
  explicit ConceptFinder(std::string_view text)
      : text_(text), tokens_(query_tokens(text)), han_(text) {}

  std::vector<ConceptMention> run() {
    for (std::size_t i = 0; i < tokens_.size();) i = match_at(i);
    return std::move(mentions_);
  }

 private:
  // Tokens [first, last] that have senses in the glossary.
  struct Found {
    std::size_t first, last;
    const ConceptSenseGroup* group;
  };

  // The token to go on with.
  std::size_t match_at(std::size_t i) {
    const std::vector<Found> found = matches_from(i);
    for (auto longest = found.rbegin(); longest != found.rend(); ++longest) {
      if (accept(*longest)) return longest->last + 1;
    }
    return i + 1;
  }

  std::vector<Found> matches_from(std::size_t i) const {
    std::vector<Found> found;
    icu::BytesTrie trie(reinterpret_cast<const char*>(kConceptTrie));
    for (std::size_t j = i; j < std::min(tokens_.size(), i + kMostTermTokens); ++j) {
      if (j > i && (ends_phrase(gap_before(j)) || !USTRINGTRIE_HAS_NEXT(trie.next(' ')))) break;
      UStringTrieResult result = USTRINGTRIE_NO_MATCH;
      for (const char c : tokens_[j].key) {
        result = trie.next(static_cast<unsigned char>(c));
        if (!USTRINGTRIE_MATCHES(result)) break;
      }
      if (USTRINGTRIE_HAS_VALUE(result))
        found.push_back({i, j, &kConceptSenseGroups[trie.getValue()]});
      if (!USTRINGTRIE_HAS_NEXT(result)) break;
    }
    return found;
  }

  std::string_view gap_before(std::size_t j) const {
    const std::size_t end = tokens_[j - 1].span.end;
    return text_.substr(end, tokens_[j].span.begin - end);
  }

  bool accept(const Found& found) {
    const Span span{tokens_[found.first].span.begin, tokens_[found.last].span.end};
    if (cuts_a_word(found, span)) return false;
    const std::size_t before = mentions_.size();
    for (std::uint32_t s = 0; s < found.group->count; ++s) {
      const ConceptSense& sense = kConceptSenses[found.group->first + s];
      if (sense.exact_case && !tokens_[found.first].capitals) continue;
      mentions_.push_back({span, sense.number, codes_of(sense.langs)});
    }
    return mentions_.size() > before;
  }

  bool cuts_a_word(const Found& found, Span span) const {
    if (tokens_[found.first].kind != TokenKind::kIdeograph) return false;
    return found.last - found.first < kShortHanTerm && !(han_.at(span.begin) && han_.at(span.end));
  }

  std::string_view text_;
  std::vector<QueryToken> tokens_;
  HanBoundaries han_;
  std::vector<ConceptMention> mentions_;
};

}  // namespace

std::size_t concept_count() { return kConceptCount; }

std::string_view concept_id(ConceptNumber number) { return kConcepts[number].id; }

std::span<const ConceptTerm> terms_of(ConceptNumber number) {
  return {kConceptTerms + kConcepts[number].first, kConcepts[number].count};
}

std::optional<ConceptNumber> find_concept(std::string_view id) {
  const GlossaryConcept* end = kConcepts + kConceptCount;
  const GlossaryConcept* found = std::lower_bound(
      kConcepts, end, id,
      [](const GlossaryConcept& known, std::string_view wanted) { return known.id < wanted; });
  if (found == end || found->id != id) return std::nullopt;
  return static_cast<ConceptNumber>(found - kConcepts);
}

std::vector<ConceptMention> find_concepts(std::string_view text) {
  return ConceptFinder(text).run();
}

}  // namespace dragoman
