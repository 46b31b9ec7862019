#include "organization_matcher.h"

#include <unicode/bytestrie.h>

#include <algorithm>
#include <string>
#include <unordered_set>

#include "gazetteer_data.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostNameTokens = 64;
constexpr std::size_t kMostGapBytes = 64;
constexpr int kEvidenceOfName = 4;

struct Found {
  std::size_t first, last;
  const SenseGroup* group;
};

// Inside a name only blanks, one line's end, and light punctuation may stand.
bool joins_name(std::string_view gap) {
  if (gap.size() > kMostGapBytes || std::count(gap.begin(), gap.end(), '\n') > 1) return false;
  constexpr std::string_view kAllowed[] = {" ", "\n", "\r", "\t", "-", "/", ",", "'", "l", "d", "’", "s",
                                           "\xC2\xA0", "\xE2\x80\xAF", "–", "—", "‑", "L", "D"};
  while (!gap.empty()) {
    const auto* allowed = std::find_if(std::begin(kAllowed), std::end(kAllowed),
                                       [gap](std::string_view piece) { return gap.starts_with(piece); });
    if (allowed == std::end(kAllowed)) return false;
    gap.remove_prefix(allowed->size());
  }
  return true;
}

std::string letters_of(std::string_view surface) {
  std::string letters;
  for (const char c : surface) {
    if (c != '.' && c != '-' && c != ' ') letters += c;
  }
  return letters;
}

class Matcher {
 public:
  Matcher(std::string_view text, const std::vector<Token>& tokens, const std::vector<const Word*>& words, Language lang)
      : text_(text), tokens_(tokens), words_(words), lang_(1u << static_cast<unsigned>(lang)) {}

  std::vector<OrganizationMention> run() {
    for (std::size_t i = 0; i < tokens_.size();) i = match_at(i);
    for (const Found& found : undecided_) decide(found);
    std::sort(mentions_.begin(), mentions_.end(),
              [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    return std::move(mentions_);
  }

 private:
  // The token to go on with.
  std::size_t match_at(std::size_t i) {
    icu::BytesTrie trie(reinterpret_cast<const char*>(kNameTrie));
    std::vector<Found> found;
    for (std::size_t j = i; j < tokens_.size() && j < i + kMostNameTokens; ++j) {
      if (j > i) {
        const std::size_t from = tokens_[j - 1].span.end;
        const std::size_t to = tokens_[j].span.begin;
        if (to > from && !joins_name(text_.substr(from, to - from))) break;
        if (!USTRINGTRIE_HAS_NEXT(trie.next(' '))) break;
      }
      UStringTrieResult result = USTRINGTRIE_NO_MATCH;
      for (const char c : words_[j]->key) {
        result = trie.next(static_cast<unsigned char>(c));
        if (!USTRINGTRIE_MATCHES(result)) break;
      }
      if (USTRINGTRIE_HAS_VALUE(result)) found.push_back({i, j, &kSenseGroups[trie.getValue()]});
      if (!USTRINGTRIE_HAS_NEXT(result)) break;
    }
    for (auto longest = found.rbegin(); longest != found.rend(); ++longest) {
      if (accept(*longest)) return longest->last + 1;
    }
    return i + 1;
  }

  std::string_view surface(const Found& found) const {
    const std::size_t begin = tokens_[found.first].span.begin;
    return text_.substr(begin, tokens_[found.last].span.end - begin);
  }

  bool fits_case(const Sense& sense, const Found& found) const {
    const bool one_word = found.first == found.last;
    if (sense.exact_case) {
      std::string letters = letters_of(surface(found));
      if (letters.ends_with('s') && words_[found.last]->letter_case == LetterCase::kCapitals) letters.pop_back();
      return letters == letters_of(sense.surface);
    }
    if (!one_word || sense.form == NameForm::kAdjective) return true;
    const Word& word = *words_[found.first];
    return word.letter_case != LetterCase::kLower || word.script == Script::kIdeograph;
  }

  // A name, or an acronym of one sense, is a mention at once; others wait for evidence.
  bool accept(const Found& found) {
    std::vector<const Sense*> senses;
    for (std::uint32_t s = 0; s < found.group->count; ++s) {
      const Sense& sense = kSenses[found.group->first + s];
      if (fits_case(sense, found)) senses.push_back(&sense);
    }
    if (senses.empty()) return false;
    const Sense& first = *senses[0];
    const bool one_organization = std::all_of(senses.begin(), senses.end(), [&first](const Sense* sense) {
      return sense->organization == first.organization;
    });
    const bool short_form = first.form == NameForm::kAcronym;
    const bool known_rivals = short_form && has_candidates(first.surface);
    if (!one_organization || first.contextual || known_rivals || (short_form && shouted(found))) {
      undecided_.push_back(found);
    } else {
      add(found, first, Certainty::kCertain);
    }
    return true;
  }

  bool shouted(const Found& found) const {
    return tokens_[found.first].shouted && words_[found.first]->script == Script::kLatin;
  }

  static std::pair<const Candidate*, const Candidate*> candidates(std::string_view acronym) {
    struct Order {
      bool operator()(const Candidate& c, std::string_view a) const { return c.acronym < a; }
      bool operator()(std::string_view a, const Candidate& c) const { return a < c.acronym; }
    };
    return std::equal_range(kCandidates, kCandidates + kCandidateCount, acronym, Order());
  }

  static bool has_candidates(std::string_view surface) {
    const auto [first, last] = candidates(letters_of(surface));
    return first != last;
  }

  int mentions_of(OrganizationNumber organization) const {
    return static_cast<int>(std::count_if(mentions_.begin(), mentions_.end(),
                                          [&](const auto& m) { return m.organization == organization; }));
  }

  int cues_present(const char* cues) {
    if (seen_.empty()) {
      for (const Word* word : words_) seen_.insert(word->key);
    }
    int present = 0;
    std::string_view rest(cues + 1);
    while (!rest.empty()) {
      const std::size_t end = rest.find('|');
      if (seen_.contains(rest.substr(0, end))) ++present;
      rest.remove_prefix(end + 1);
    }
    return present;
  }

  // A long form next to the short one, "World Tourism Organization (WTO)", says what it means.
  const OrganizationMention* defining_name(const Found& found) const {
    const Span span{tokens_[found.first].span.begin, tokens_[found.last].span.end};
    for (const OrganizationMention& m : mentions_) {
      if (m.form == NameForm::kAcronym) continue;
      const auto between = [this](std::size_t from, std::size_t to) {
        return to >= from && to - from <= 2 && text_.substr(from, to - from).ends_with('(');
      };
      if (between(m.span.end, span.begin) || between(span.end, m.span.begin)) return &m;
    }
    return nullptr;
  }

  void decide(const Found& found) {
    if (const OrganizationMention* name = defining_name(found)) {
      bound_.emplace_back(std::string(surface(found)), name->organization);
    }
    for (const auto& [short_form, organization] : bound_) {
      if (short_form == surface(found)) return add_as(found, organization, Certainty::kCertain);
    }
    const Sense* best = nullptr;
    int best_score = 0;
    bool tie = false;
    for (std::uint32_t s = 0; s < found.group->count; ++s) {
      const Sense& sense = kSenses[found.group->first + s];
      if (!fits_case(sense, found) || (best != nullptr && best->organization == sense.organization)) continue;
      const int score = score_of(sense, found);
      tie = score == best_score;
      if (score > best_score) {
        best = &sense;
        best_score = score;
      }
    }
    if (best != nullptr && !tie && best_score > rival_score(found)) add(found, *best, Certainty::kProbable);
  }

  int score_of(const Sense& sense, const Found& found) {
    int score = kEvidenceOfName * std::min(1, mentions_of(sense.organization));
    if (sense.contextual) return score;
    const auto [first, last] = candidates(letters_of(sense.surface));
    for (const Candidate* c = first; c != last; ++c) {
      if (c->organization == sense.organization) score += cues_present(c->cues);
    }
    const bool right_language = lang_ == 1u || (sense.langs & lang_) != 0;
    if (right_language && !shouted(found)) score += 1;
    return score;
  }

  // What the senses that are no organizations have for themselves.
  int rival_score(const Found& found) {
    int score = 0;
    const auto [first, last] = candidates(letters_of(kSenses[found.group->first].surface));
    for (const Candidate* c = first; c != last; ++c) {
      if (c->organization >= 0) continue;
      const bool right_language = (c->langs & lang_) != 0;
      score = std::max(score, cues_present(c->cues) + (c->rival && right_language && mentions_.empty() ? 1 : 0));
    }
    return score;
  }

  void add(const Found& found, const Sense& sense, Certainty certainty) {
    mentions_.push_back({sense.organization,
                         {tokens_[found.first].span.begin, tokens_[found.last].span.end},
                         static_cast<std::uint32_t>(found.first), static_cast<std::uint32_t>(found.last), sense.form, certainty});
  }

  void add_as(const Found& found, OrganizationNumber organization, Certainty certainty) {
    Sense sense = kSenses[found.group->first];
    sense.organization = organization;
    add(found, sense, certainty);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<const Word*>& words_;
  unsigned lang_;
  std::vector<OrganizationMention> mentions_;
  std::vector<Found> undecided_;
  std::vector<std::pair<std::string, OrganizationNumber>> bound_;
  std::unordered_set<std::string_view> seen_;
};

}  // namespace

std::vector<OrganizationMention> match_organizations(std::string_view text, const std::vector<Token>& tokens,
                                                     const std::vector<const Word*>& words, Language lang) {
  return Matcher(text, tokens, words, lang).run();
}

}  // namespace dragoman
