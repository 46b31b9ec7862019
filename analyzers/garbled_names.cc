#include "garbled_names.h"

#include <algorithm>
#include <iterator>

#include "dragoman/analyzers/gazetteer.h"
#include "function_words.h"
#include "name_bags.h"
#include "name_keys.h"

namespace dragoman {
namespace {

constexpr std::size_t kFewestWords = 3;  // of meaning
constexpr std::size_t kMostTokens = 10;

constexpr std::string_view kHeads[] = {
    "organization", "council",     "commission", "committee",  "conference", "community",
    "union",        "agency",      "program",    "fund",       "bank",       "league",
    "assembly",     "association", "center",     "initiative", "convention", "court",
    "authority",    "office",      "institute",  "forum",      "group",      "federation",
    "alliance",     "parliament",  "treaty"};

class GarbledNameFinder {
 public:
  GarbledNameFinder(std::string_view text, const std::vector<Token>& tokens,
                    const std::vector<const Word*>& words,
                    std::vector<OrganizationMention>& mentions)
      : text_(text), tokens_(tokens), words_(words), mentions_(mentions), known_(mentions.size()) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      while (next_ < known_ && mentions_[next_].last_token < i) ++next_;
      if (!words_[i]->heads_name || words_[i]->letter_case != LetterCase::kTitle || in_mention(i))
        continue;
      if (!behind_head(i)) before_head(i);
    }
    if (mentions_.size() == known_) return;
    std::stable_sort(mentions_.begin(), mentions_.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  }

 private:
  bool in_mention(std::size_t token) const {
    return next_ < known_ && mentions_[next_].first_token <= token;
  }

  // Organization for Economic Cooperation: the longest phrase that is a name.
  bool behind_head(std::size_t head) {
    const std::size_t bound =
        std::min({tokens_.size(), head + kMostTokens,
                  next_ < known_ ? std::size_t{mentions_[next_].first_token} : tokens_.size()});
    std::size_t end = head + 1;
    while (end < bound && joined(end) && (is_title(end) || is_function(end))) ++end;
    for (std::size_t last = end; last-- > head + 2;) {
      if (is_title(last) && add(head, last)) return true;
    }
    return false;
  }

  // Cooperation Economic Organization
  bool before_head(std::size_t head) {
    const std::size_t bound =
        std::max(head > kMostTokens ? head - kMostTokens : 0,
                 next_ > 0 ? std::size_t{mentions_[next_ - 1].last_token} + 1 : 0);
    std::size_t first = head;
    while (first > bound && joined(first) && is_title(first - 1)) --first;
    for (; first + 2 <= head; ++first) {
      if (add(first, head)) return true;
    }
    return false;
  }

  bool is_title(std::size_t i) const { return words_[i]->letter_case == LetterCase::kTitle; }
  bool is_function(std::size_t i) const {
    return words_[i]->letter_case == LetterCase::kLower && is_function_word(tokens_[i].folded);
  }

  // Nothing but a space or a hyphen before the token.
  bool joined(std::size_t i) const {
    const std::uint32_t from = tokens_[i - 1].span.end;
    const std::string_view gap = text_.substr(from, tokens_[i].span.begin - from);
    return gap == " " || gap == "-" || gap == "\n";
  }

  bool add(std::size_t first, std::size_t last) {
    const Span span{tokens_[first].span.begin, tokens_[last].span.end};
    const NameKeys keys = name_keys(text_.substr(span.begin, span.end - span.begin));
    if (keys.size < kFewestWords) return false;
    const std::uint64_t hash = hash_of(keys);
    const NameBag* bag =
        std::lower_bound(kNameBags, kNameBags + kNameBagCount, hash,
                         [](const NameBag& b, std::uint64_t h) { return b.hash < h; });
    bool added = false;
    for (; bag != kNameBags + kNameBagCount && bag->hash == hash; ++bag) {
      const auto organization = find_organization(bag->id);
      if (!organization) continue;
      mentions_.push_back({*organization, span, static_cast<std::uint32_t>(first),
                           static_cast<std::uint32_t>(last), NameForm::kAlias,
                           bag->whole ? Certainty::kProbable : Certainty::kPossible});
      added = true;
    }
    return added;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<const Word*>& words_;
  std::vector<OrganizationMention>& mentions_;
  std::size_t known_;     // those found before
  std::size_t next_ = 0;  // the first of them that ends at or behind the current token
};

}  // namespace

bool is_head_of_names(std::string_view key) {
  return std::find(std::begin(kHeads), std::end(kHeads), key) != std::end(kHeads);
}

void add_garbled_names(std::string_view text, const std::vector<Token>& tokens,
                       const std::vector<const Word*>& words,
                       std::vector<OrganizationMention>& mentions) {
  GarbledNameFinder(text, tokens, words, mentions).run();
}

}  // namespace dragoman
