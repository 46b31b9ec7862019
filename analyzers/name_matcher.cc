#include "name_matcher.h"

#include <unicode/bytestrie.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>

#include "garbled_names.h"
#include "lookalikes.h"
#include "sense_cues.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostNameTokens = 64;
constexpr std::size_t kMostNamesAtOnce =
    8;  // names that begin at one word and end at different ones
constexpr std::size_t kMostGapBytes = 64;

// Inside a name only blanks, one line's end, and light punctuation may stand.
bool joins_name(std::string_view gap) {
  if (gap == " ") return true;
  if (gap.size() > kMostGapBytes || std::count(gap.begin(), gap.end(), '\n') > 1) return false;
  constexpr std::string_view kAllowed[] = {
      " ", "\n", "\r",       "\t",           "-", "/", ",", "+", "'", "l", "d",
      "’", "s",  "\xC2\xA0", "\xE2\x80\xAF", "–", "—", "‑", "L", "D"};
  while (!gap.empty()) {
    const auto* allowed =
        std::find_if(std::begin(kAllowed), std::end(kAllowed),
                     [gap](std::string_view piece) { return gap.starts_with(piece); });
    if (allowed == std::end(kAllowed)) return false;
    gap.remove_prefix(allowed->size());
  }
  return true;
}

UStringTrieResult follow(icu::BytesTrie& trie, std::string_view key) {
  UStringTrieResult result = USTRINGTRIE_NO_MATCH;
  for (const char c : key) {
    result = trie.next(static_cast<unsigned char>(c));
    if (!USTRINGTRIE_MATCHES(result)) break;
  }
  return result;
}

constexpr bool is_separator(char c) { return c == '.' || c == '-' || c == ' '; }

// Whether two acronyms have the same letters, a plural's s at the end of the first not counted.
bool same_letters(std::string_view surface, std::string_view listed, bool plural) {
  if (plural && surface.ends_with('s')) surface.remove_suffix(1);
  std::size_t i = 0;
  std::size_t j = 0;
  while (true) {
    while (i < surface.size() && is_separator(surface[i])) ++i;
    while (j < listed.size() && is_separator(listed[j])) ++j;
    if (i == surface.size() || j == listed.size()) return i == surface.size() && j == listed.size();
    if (surface[i++] != listed[j++]) return false;
  }
}

}  // namespace

std::string letters_of_acronym(std::string_view surface) {
  std::string letters;
  for (const char c : surface) {
    if (!is_separator(c)) letters += c;
  }
  return letters;
}

void annotate_word(Word& word) {
  icu::BytesTrie trie(reinterpret_cast<const char*>(kNameTrie));
  const UStringTrieResult result = follow(trie, word.key);
  if (USTRINGTRIE_MATCHES(result)) word.name_state = trie.getState64();
  word.starts_name = USTRINGTRIE_HAS_VALUE(result) ||
                     (USTRINGTRIE_HAS_NEXT(result) && USTRINGTRIE_MATCHES(trie.next(' ')));
  word.cue = cue_number(word.key);
  word.heads_name = is_head_of_names(word.key);
  word.annotated = true;
}

void NameMatcher::find(std::size_t first, std::size_t end, std::vector<NameMatch>& matches) const {
  matches.clear();
  for (std::size_t i = first; i < end;)
    i = words_[i]->starts_name ? match_at(i, end, matches) : i + 1;
}

// The token to go on with.
std::size_t NameMatcher::match_at(std::size_t first, std::size_t end,
                                  std::vector<NameMatch>& matches) const {
  icu::BytesTrie trie(reinterpret_cast<const char*>(kNameTrie));
  std::array<NameMatch, kMostNamesAtOnce> found;
  std::size_t count = 0;
  end = std::min(end, first + kMostNameTokens);
  UStringTrieResult result = trie.resetToState64(words_[first]->name_state).current();
  for (std::size_t j = first; j < end; ++j) {
    if (j > first) {
      const std::size_t from = tokens_[j - 1].span.end;
      const std::size_t to = tokens_[j].span.begin;
      if (to > from && !joins_name(text_.substr(from, to - from))) break;
      if (!USTRINGTRIE_MATCHES(trie.next(' '))) break;
      result = follow(trie, words_[j]->key);
    }
    if (USTRINGTRIE_HAS_VALUE(result)) {
      found[count++ % kMostNamesAtOnce] = {static_cast<std::uint32_t>(first),
                                           static_cast<std::uint32_t>(j),
                                           &kSenseGroups[trie.getValue()]};
    }
    if (!USTRINGTRIE_HAS_NEXT(result)) break;
  }
  for (std::size_t kept = std::min(count, kMostNamesAtOnce); kept > 0; --kept) {
    const NameMatch& longest = found[--count % kMostNamesAtOnce];
    if (!fits(longest)) continue;
    matches.push_back(longest);
    return longest.last_token + 1;
  }
  return first + 1;
}

bool NameMatcher::fits(const NameMatch& match) const {
  const Sense* senses = kSenses + match.group->first;
  return std::any_of(senses, senses + match.group->count,
                     [&](const Sense& sense) { return fits_case(sense, match); });
}

bool NameMatcher::fits_case(const Sense& sense, const NameMatch& match) const {
  const Word& word = *words_[match.last_token];
  if (sense.exact_case) {
    const bool capitals = word.letter_case == LetterCase::kCapitals;
    if (same_letters(surface(match), sense.surface, capitals)) return true;
    if (word.script != Script::kCyrillic) return false;
    const std::optional<std::string> twin = cyrillic_twin(surface(match));
    return twin && same_letters(*twin, sense.surface, capitals);
  }
  if (match.first_token != match.last_token || sense.form == NameForm::kAdjective) return true;
  return word.letter_case != LetterCase::kLower || word.script == Script::kIdeograph;
}

}  // namespace dragoman
