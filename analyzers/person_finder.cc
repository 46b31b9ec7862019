#include "person_finder.h"

#include <unicode/bytestrie.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>

#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/analyzers/name_key.h"
#include "people_data.h"
#include "person_titles.h"
#include "person_word.h"
#include "utf8.h"
#include "word_list.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostPersonTokens = 10;
constexpr std::size_t kMostPersonGap = 8;
constexpr std::size_t kShortFamilyName = 4;  // letters: Ban, Lie, Chan are words and names of many
constexpr std::size_t kTitleReach = 4;       // tokens before a name

struct Found {
  std::size_t first = 0, last = 0;
  const NameBearers* bearers = nullptr;
};

class PersonScanner {
 public:
  PersonScanner(std::string_view text, const std::vector<Token>& tokens,
                const std::vector<const Word*>& words,
                const std::vector<OrganizationMention>& organizations)
      : text_(text), tokens_(tokens), words_(words), in_organization_(tokens.size()) {
    for (const OrganizationMention& m : organizations) {
      organizations_.insert(m.organization);
      for (std::uint32_t t = m.first_token; t <= m.last_token && t < tokens.size(); ++t)
        in_organization_[t] = true;
    }
  }

  std::vector<PersonMention> run() {
    for (std::size_t i = 0; i < tokens_.size();) {
      const std::size_t next = may_begin(i) ? match_at(i) : 0;
      i = std::max(i + 1, next);
    }
    for (const Found& found : alone_) resolve_alone(found);
    std::sort(
        mentions_.begin(), mentions_.end(),
        [](const PersonMention& a, const PersonMention& b) { return a.span.begin < b.span.begin; });
    return std::move(mentions_);
  }

 private:
  bool may_begin(std::size_t i) {
    const Word& word = *words_[i];
    if (word.may_begin_person < 0) word.may_begin_person = is_beginning(word) ? 1 : 0;
    return word.may_begin_person > 0 && tokens_[i].kind != TokenKind::kNumber;
  }

  // A name of the table, an initial, or something like a first name of the table.
  static bool is_beginning(const Word& word) {
    if (is_initial(word)) return true;
    icu::BytesTrie trie(reinterpret_cast<const char*>(kPersonTrie));
    UStringTrieResult result = USTRINGTRIE_NO_MATCH;
    for (const char c : person_word(word)) {
      result = trie.next(static_cast<unsigned char>(c));
      if (!USTRINGTRIE_MATCHES(result)) break;
    }
    if (USTRINGTRIE_HAS_VALUE(result)) return true;
    if (USTRINGTRIE_HAS_NEXT(result) && USTRINGTRIE_MATCHES(trie.next(' '))) return true;
    if (word.letter_case == LetterCase::kLower || word.letter_case == LetterCase::kNone)
      return false;
    const std::string key = name_key(word.folded) + " ";
    const NameByKey* end = kNamesByKey + kNamesByKeyCount;
    const NameByKey* at = std::lower_bound(
        kNamesByKey, end, key, [](const NameByKey& n, const std::string& k) { return n.key < k; });
    return at != end && std::string_view(at->key).starts_with(key);
  }

  // "R", "Р", "Дж", "Р.К."; of the last only that it may be one, for its dots are not in the word.
  static bool is_initial(const Word& word) {
    if (word.letter_case != LetterCase::kTitle && word.letter_case != LetterCase::kCapitals)
      return false;
    const std::string& letters = word.letters.empty() ? word.folded : word.letters;
    std::size_t end = 0;
    next_code_point(letters, end);
    if (end == letters.size() || letters == "дж") return true;
    next_code_point(letters, end);
    return end == letters.size() && word.letter_case == LetterCase::kCapitals;
  }

  // Capitals without dots are an acronym: UN, EU.
  bool is_initial_here(std::size_t i) const {
    const std::string_view surface =
        text_.substr(tokens_[i].span.begin, tokens_[i].span.end - tokens_[i].span.begin);
    return is_initial(*words_[i]) &&
           (words_[i]->folded == "дж" || surface.find('.') != std::string_view::npos ||
            letters_in(surface) == 1);
  }

  static std::size_t letters_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count) next_code_point(text, i);
    return count;
  }

  // The token to go on with, 0 when nothing begins at `i`.
  std::size_t match_at(std::size_t i) {
    if (const std::optional<Found> found = longest(i, i)) {
      if (const std::size_t next = accept(*found)) return next;
    }
    if (const std::size_t middle = i + 1; is_middle_name(middle)) {
      if (const std::optional<Found> found = longest(i, middle); found && found->last > middle) {
        if (const std::size_t next = accept(*found)) return next;
      }
    }
    if (const std::size_t next = match_initial(i)) return next;
    return match_key(i);
  }

  // The longest name from token `i` on; token `skipped` is left out unless it is `i`.
  std::optional<Found> longest(std::size_t i, std::size_t skipped) const {
    icu::BytesTrie trie(reinterpret_cast<const char*>(kPersonTrie));
    std::optional<Found> best;
    for (std::size_t j = i; j < tokens_.size() && j < i + kMostPersonTokens; ++j) {
      if (j > i && !joins(j - 1, j)) break;
      if (j > i && j == skipped) continue;
      if (j > i && !USTRINGTRIE_HAS_NEXT(trie.next(' '))) break;
      UStringTrieResult result = USTRINGTRIE_NO_MATCH;
      for (const char c : person_word(*words_[j])) {
        result = trie.next(static_cast<unsigned char>(c));
        if (!USTRINGTRIE_MATCHES(result)) break;
      }
      if (USTRINGTRIE_HAS_VALUE(result)) best = Found{i, j, &kNameGroups[trie.getValue()]};
      if (!USTRINGTRIE_HAS_NEXT(result)) break;
    }
    return best;
  }

  // Between the words of a name: blanks, one line's end, hyphen, dots of initials and of Chinese
  // names.
  bool joins(std::size_t before, std::size_t after) const {
    std::string_view gap = text_.substr(tokens_[before].span.end,
                                        tokens_[after].span.begin - tokens_[before].span.end);
    if (gap.size() > kMostPersonGap || std::count(gap.begin(), gap.end(), '\n') > 1) return false;
    constexpr std::string_view kAllowed[] = {" ", "\n", "\r", "\t", "-", ".", "\xC2\xA0", "‑",
                                             "–", "·",  "・", "•",  "‧", "'", "’",        "ʼ"};
    while (!gap.empty()) {
      const auto* allowed = std::find_if(std::begin(kAllowed), std::end(kAllowed),
                                         [gap](std::string_view a) { return gap.starts_with(a); });
      if (allowed == std::end(kAllowed)) return false;
      if (*allowed == "." && !is_initial(*words_[before])) return false;
      gap.remove_prefix(allowed->size());
    }
    return true;
  }

  bool is_capital(std::size_t i) const {
    const LetterCase c = words_[i]->letter_case;
    return c != LetterCase::kLower;
  }

  // A patronymic or an initial.
  bool is_middle_name(std::size_t i) const {
    if (i + 1 >= tokens_.size() || !is_capital(i)) return false;
    constexpr std::string_view kEndings[] = {"вич",  "вича",  "вичу", "вичем", "виче",
                                             "вна",  "вны",   "вне",  "вну",   "вной",
                                             "vich", "vitch", "vych", "vna"};
    const std::string_view word = words_[i]->folded;
    return is_initial_here(i) ||
           std::any_of(std::begin(kEndings), std::end(kEndings),
                       [word](std::string_view ending) { return word.ends_with(ending); });
  }

  // Takes a name as a mention, or puts it off; the token behind it, or 0 when it is no name here.
  std::size_t accept(const Found& found) {
    for (std::uint32_t b = 0; b < found.bearers->count; ++b) {
      const NameBearer& bearer = kNameBearers[found.bearers->first + b];
      if (bearer.kind != NameKind::kFull) continue;
      // A name of two words may be another's; the office, or the organization in the same text,
      // tells.
      const bool sure = found.last - found.first >= 2 || named(bearer.person) ||
                        title_before(found.first, kOffices);
      add(bearer.person, found, sure ? Certainty::kCertain : Certainty::kProbable);
      return found.last + 1;
    }
    if (!is_capital(found.first)) return 0;
    alone_.push_back(found);
    return found.last + 1;
  }

  // "R. Alimov"
  std::size_t match_initial(std::size_t i) {
    if (!is_initial_here(i)) return 0;
    std::size_t family = i + 1;
    if (family < tokens_.size() && is_initial_here(family)) ++family;  // R. K. Alimov
    if (family >= tokens_.size() || !joins(family - 1, family) || !is_capital(family)) return 0;
    const std::optional<Found> found = longest(family, family);
    if (!found) return 0;
    std::size_t size = 0;
    next_code_point(words_[i]->folded, size);
    const std::string_view initial = std::string_view(words_[i]->folded).substr(0, size);
    for (std::uint32_t b = 0; b < found->bearers->count; ++b) {
      const NameBearer& bearer = kNameBearers[found->bearers->first + b];
      if (bearer.kind != NameKind::kAlone ||
          std::string_view(kInitials[bearer.person]).find(initial) == std::string_view::npos)
        continue;
      add(bearer.person, {i, found->last, nullptr}, Certainty::kProbable);
      return found->last + 1;
    }
    return 0;
  }

  // A first name as in the table, with a family name that is spelt otherwise.
  std::size_t match_key(std::size_t i) {
    const LetterCase letter_case = words_[i]->letter_case;
    if (letter_case == LetterCase::kLower || letter_case == LetterCase::kNone) return 0;
    const std::size_t family = is_middle_name(i + 1) ? i + 2 : i + 1;
    if (family >= tokens_.size() || !joins(family - 1, family)) return 0;
    if (words_[family]->letter_case == LetterCase::kLower ||
        words_[family]->script != words_[i]->script)
      return 0;
    const std::string key = name_key(words_[i]->folded) + " " + name_key(words_[family]->folded);
    const std::string first = romanized_name(words_[i]->folded),
                      last = romanized_name(words_[family]->folded);
    const NameByKey* end = kNamesByKey + kNamesByKeyCount;
    const NameByKey* at = std::lower_bound(
        kNamesByKey, end, key, [](const NameByKey& n, const std::string& k) { return n.key < k; });
    for (; at != end && at->key == key; ++at) {
      if (!near_names(first, at->first) || !near_names(last, at->last)) continue;
      add(at->person, {i, family, nullptr}, Certainty::kProbable);
      return family + 1;
    }
    return 0;
  }

  // A family name: of somebody the text names in full, or behind the title of an office.
  void resolve_alone(const Found& found) {
    const bool office = title_before(found.first, kOffices);
    if (!office && (words_[found.first]->script == Script::kArabic || beside_another_name(found)))
      return;
    if (is_named_on(found)) return;
    const NameBearer* bearer = nullptr;
    std::uint32_t named_count = 0;
    for (std::uint32_t b = 0; b < found.bearers->count; ++b) {
      const NameBearer& candidate = kNameBearers[found.bearers->first + b];
      if (!full_names_.contains(candidate.person)) continue;
      bearer = &candidate;
      ++named_count;
    }
    if (is_short(found) && words_[found.first]->script == Script::kArabic) return;
    const bool told = office || !is_short(found) || title_before(found.first, kCourtesies);
    if (named_count == 0 && office && !is_short(found) && found.bearers->count == 1) {
      // Countries have presidents too: the organization, or its own title, must be there.
      const NameBearer& only = kNameBearers[found.bearers->first];
      if (named(only.person) || title_before(found.first, kOwnOffices)) bearer = &only;
    }
    if (bearer != nullptr && named_count <= 1 && told)
      add(bearer->person, found, Certainty::kProbable);
  }

  // "Costa |Rica", "Michel |Camdessus": a capital behind it.
  bool is_named_on(const Found& found) const {
    const std::size_t next = found.last + 1;
    if (next >= tokens_.size() || tokens_[next].shouted || tokens_[next].kind != TokenKind::kWord)
      return false;
    const LetterCase c = words_[next]->letter_case;
    return joined_by_blank(found.last) && c != LetterCase::kLower && c != LetterCase::kNone;
  }

  // "Рашид |Нургалиев": another first name before it.
  bool beside_another_name(const Found& found) const {
    if (found.first == 0 || tokens_[found.first].shouted || !joined_by_blank(found.first - 1))
      return false;
    const LetterCase c = words_[found.first - 1]->letter_case;
    return (c == LetterCase::kTitle || c == LetterCase::kMixed) &&
           !contains(kCourtesies, words_[found.first - 1]->folded);
  }

  bool joined_by_blank(std::size_t i) const {
    const std::string_view gap =
        text_.substr(tokens_[i].span.end, tokens_[i + 1].span.begin - tokens_[i].span.end);
    return gap == " " || gap == "\n" || gap == "-" || gap == "\xC2\xA0";
  }

  bool is_short(const Found& found) const {
    if (found.first != found.last || words_[found.first]->script == Script::kIdeograph)
      return false;
    return letters_in(words_[found.first]->folded) <= kShortFamilyName;
  }

  // Whether one of these words stands before token `i`, with nothing but organizations between
  // them: "генсек ООН |Гутерриш", "Secretary-General, Mr. |Guterres".
  template <typename List>
  bool title_before(std::size_t i, const List& titles) const {
    for (std::size_t back = 1; back <= kTitleReach && back <= i; ++back) {
      const std::size_t j = i - back;
      const std::string_view gap =
          text_.substr(tokens_[j].span.end, tokens_[j + 1].span.begin - tokens_[j].span.end);
      const bool courtesy = contains(kCourtesies, words_[j]->folded);
      if (gap.find_first_of(";:!?()") != std::string_view::npos) return false;
      if (contains(titles, words_[j]->folded)) return true;
      if (j > 0 && contains(titles, words_[j - 1]->folded + " " + words_[j]->folded)) return true;
      if (gap.find('.') != std::string_view::npos && !courtesy) return false;
      if (!in_organization_[j] && !courtesy) return false;
    }
    return false;
  }

  // Whether the text names the person's organization.
  bool named(PersonNumber person) const {
    static const std::vector<std::optional<OrganizationNumber>> numbers = [] {
      std::vector<std::optional<OrganizationNumber>> made;
      for (std::size_t p = 0; p < kPersonCount; ++p)
        made.push_back(find_organization(kPeople[p].organization));
      return made;
    }();
    return numbers[person] && organizations_.contains(*numbers[person]);
  }

  void add(PersonNumber person, const Found& found, Certainty certainty) {
    mentions_.push_back({person,
                         {tokens_[found.first].span.begin, tokens_[found.last].span.end},
                         static_cast<std::uint32_t>(found.first),
                         static_cast<std::uint32_t>(found.last),
                         certainty});
    full_names_.insert(person);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<const Word*>& words_;
  std::unordered_set<OrganizationNumber> organizations_;
  std::vector<bool> in_organization_;  // of each token
  std::vector<PersonMention> mentions_;
  std::vector<Found> alone_;
  std::unordered_set<PersonNumber> full_names_;
};

}  // namespace

std::vector<PersonMention> find_people(std::string_view text, const std::vector<Token>& tokens,
                                       const std::vector<const Word*>& words,
                                       const std::vector<OrganizationMention>& organizations) {
  return PersonScanner(text, tokens, words, organizations).run();
}

}  // namespace dragoman
