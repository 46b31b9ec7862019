#include "citation_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <vector>

#include "citation_phrases.h"
#include "plain_text.h"
#include "utf8.h"
#include "word_list.h"

namespace dragoman {
namespace {

using enum CitedBody;

constexpr std::size_t kMostBefore = 120;
constexpr std::size_t kFirstLook =
    40;  // enough for one word: most numbers have none of ours before them
constexpr std::size_t kMostBehind = 110;
constexpr int kMostPhrases = 8;

using Phrase = CitationPhrase;
using Role = PhraseRole;

// Whether a word may begin at `at`: no letter before it, but Han writes no blanks, and Arabic glues
// و ف ب ك ل on.
bool word_begins(std::string_view plain, std::size_t at) {
  constexpr std::u32string_view kClitics = U"وفبكل";
  for (int glued = 0; at > 0; ++glued) {
    const auto here = static_cast<UChar32>(code_point_at(plain, at));
    if (u_hasBinaryProperty(here, UCHAR_IDEOGRAPHIC) || !u_isalnum(here)) return true;
    const char32_t before = previous_code_point(plain, at);
    if (before == '/' && at > 0)
      return !u_isalnum(static_cast<UChar32>(previous_code_point(plain, at)));  // ECM/Res.5
    if (!u_isalnum(static_cast<UChar32>(before))) return true;
    if (glued == 2 || kClitics.find(before) == std::u32string_view::npos) return false;
  }
  return true;
}

// The phrases that end in a byte.
using PhrasesByEnd = std::array<std::vector<const Phrase*>, 256>;
const PhrasesByEnd& phrases_by_end() {
  static const PhrasesByEnd by_end = [] {
    PhrasesByEnd made;
    for (const Phrase& phrase : citation_phrases())
      made[static_cast<unsigned char>(phrase.words.back())].push_back(&phrase);
    return made;
  }();
  return by_end;
}

// Whether a phrase may end before byte `at`, by its last three bytes: most words are told so at
// once.
class PhraseEnds {
 public:
  PhraseEnds() {
    for (const Phrase& phrase : citation_phrases()) {
      const std::string_view w = phrase.words;
      const char last = w.back();
      const char second = w.size() > 1 ? w[w.size() - 2] : ' ';
      if (w.size() > 2) {
        ends_.set(slot(w[w.size() - 3], second, last));
      } else {
        add_short(w, last, second);
      }
    }
  }

  bool may_end(std::string_view text, std::size_t at) const {
    while (at > 0 && (lower(text[at - 1]) == ' ' || text[at - 1] == '"')) --at;
    if (at == 0) return false;
    const auto before = [&](std::size_t back) { return at >= back ? lower(text[at - back]) : ' '; };
    const char last = before(1), second = before(2), third = before(3);
    if (last < 0 || second < 0 || third < 0) return true;  // not ASCII: not told
    return ends_.test(slot(third, second, last));
  }

 private:
  static char lower(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c | 0x20);
    return c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  }
  static std::size_t slot(char third, char second, char last) {
    return (static_cast<std::size_t>(third & 0x7F) * 1031u +
            static_cast<std::size_t>(second & 0x7F) * 37u +
            static_cast<std::size_t>(last & 0x7F) * 8191u) %
           65536u;
  }
  // A phrase of one or two bytes: whatever stands before it.
  void add_short(std::string_view words, char last, char second) {
    for (int third = 0; third < 128; ++third) {
      for (int s = words.size() > 1 ? second : 0; s < (words.size() > 1 ? second + 1 : 128); ++s) {
        ends_.set(slot(static_cast<char>(third), static_cast<char>(s), last));
      }
    }
  }
  std::bitset<65536> ends_;
};

bool phrase_may_end(std::string_view text, std::size_t at) {
  static const PhraseEnds ends;
  return ends.may_end(text, at);
}

class BeforeReader {
 public:
  BeforeReader(std::string_view text, std::size_t at, bool any_case)
      : text_(text), any_case_(any_case), at_(at) {
    words_.begin = at;
  }

  WordsBefore run() {
    look_back(kFirstLook);
    if (longest_phrase() == nullptr) return words_;
    look_back(kMostBefore);
    for (int i = 0; i < kMostPhrases; ++i) {
      const Phrase* phrase = longest_phrase();
      if (phrase == nullptr || !take(*phrase)) break;
    }
    if (words_.act != CitedAct::kNone && words_.body == kNone && acronym_before())
      words_.body = kOther;
    return words_;
  }

 private:
  void look_back(std::size_t bytes) {
    plain_.read(text_, at_ > bytes ? at_ - bytes : 0, at_);
    end_ = plain_.chars().size();
  }

  // "UNCTAD resolution 98 (IV)": an organization of which we know no symbols. In a line of capitals
  // nothing is told.
  bool acronym_before() const {
    const auto is_capital = [this](std::size_t i) {
      return u_isupper(static_cast<UChar32>(code_point_at(text_, i)));
    };
    std::size_t i = words_.begin, letters = 0;
    if (i == 0 || text_[i - 1] != ' ' || (is_capital(i) && is_capital(i + 1))) return false;
    for (--i; i > 0; ++letters) {
      const auto c = static_cast<UChar32>(previous_code_point(text_, i));
      if (!u_isupper(c)) return letters >= 2 && !u_isalnum(c);
    }
    return letters >= 2;
  }

  std::string_view rest() {
    const std::string& all = plain_.chars();
    while (end_ > 0 && (all[end_ - 1] == ' ' || all[end_ - 1] == '"')) --end_;
    return std::string_view(all).substr(0, end_);
  }

  const Phrase* longest_phrase() {
    const std::string_view before = rest();
    const Phrase* longest = nullptr;
    if (before.empty()) return longest;
    for (const Phrase* phrase : phrases_by_end()[static_cast<unsigned char>(before.back())]) {
      if (longest != nullptr && phrase->words.size() <= longest->words.size()) continue;
      if (before.ends_with(phrase->words) && fits(*phrase, before)) longest = phrase;
    }
    return longest;
  }

  bool fits(const Phrase& phrase, std::string_view before) const {
    const std::size_t from = before.size() - phrase.words.size();
    if (!word_begins(before, from)) return false;
    if (!phrase.capitals || any_case_) return true;
    for (std::size_t i = plain_.origin(from); i < plain_.origin(before.size());) {
      if (u_islower(static_cast<UChar32>(next_code_point(text_, i)))) return false;
    }
    return true;
  }

  // False when the phrase ends the citation's words.
  bool take(const Phrase& phrase) {
    const bool had_act = words_.act != CitedAct::kNone;
    switch (phrase.role) {
      case Role::kFiller:
        if (had_act && phrase.words == "(") aside_ = true;
        if (phrase.words.starts_with('n') || phrase.words == "№") words_.counted = true;
        break;
      case Role::kVerb:  // "the General Assembly adopted resolution 2758"
        aside_ = true;
        break;
      case Role::kOrdinal:
        words_.ordinal = true;
        break;
      case Role::kUnion:
        words_.act = CitedAct::kUnionAct;
        words_.union_act = phrase.words.substr(1, phrase.words.size() - 2);
        break;
      case Role::kBody:
        if (words_.body != kNone) return false;
        words_.body = phrase.body;
        words_.body_suffices = phrase.suffices;
        break;
      case Role::kResolution:
      case Role::kDecision:
        if (had_act) return false;
        words_.act = phrase.role == Role::kDecision ? CitedAct::kDecision : CitedAct::kResolution;
        if (phrase.body != kNone) words_.body = phrase.body;
        break;
    }
    end_ -= phrase.words.size();
    const bool belongs =
        phrase.role != Role::kFiller && phrase.role != Role::kVerb && phrase.body != kOther;
    if (belongs && !aside_) words_.begin = plain_.origin(end_);
    // Before "resolution" stands at most the body's name.
    return !(had_act && phrase.role != Role::kBody && !aside_) && words_.act != CitedAct::kUnionAct;
  }

  std::string_view text_;
  bool any_case_;
  std::size_t at_;
  PlainText plain_;
  std::size_t end_ = 0;
  bool aside_ = false;  // what comes now tells the body, but is not of the citation
  WordsBefore words_;
};

// Moves `from` behind `word` when it stands there.
bool skip(std::string_view plain, std::size_t& from, std::string_view word) {
  if (!plain.substr(from).starts_with(word)) return false;
  from += word.size();
  return true;
}

// Moves `from` over the numbers that follow in a list, ", 5/2 and 16/21 ", and stays behind the
// last of them.
void skip_numbers(std::string_view plain, std::size_t& from) {
  constexpr std::string_view kSigns = "/(),- ";
  constexpr std::string_view kWords[] = {"and ", "et ", "y ", "и ", "و"};
  for (std::size_t at = from;;) {
    const std::size_t before = at;
    while (at < plain.size() &&
           (u_isdigit(plain[at]) || kSigns.find(plain[at]) != std::string_view::npos)) {
      if (u_isdigit(plain[at]) || plain[at] == ')') from = at + 1;
      ++at;
    }
    for (const std::string_view word : kWords) skip(plain, at, word);
    if (at == before) return;
  }
}

// The body's name that begins at `from`; nullptr when none does.
const Phrase* body_at(std::string_view plain, std::size_t from) {
  const Phrase* longest = nullptr;
  for (const Phrase& phrase : citation_phrases()) {
    if (phrase.role != Role::kBody || phrase.capitals || phrase.body == kOther) continue;
    if (longest != nullptr && phrase.words.size() <= longest->words.size()) continue;
    if (plain.substr(from).starts_with(phrase.words)) longest = &phrase;
  }
  return longest;
}

// The year in " of 1971", " passed in 1967", " de octubre de 2023", " لعام 2006": within a few
// words, in the same clause.
int year_said(std::string_view plain) {
  constexpr std::string_view kLinks[] = {" of ",  " in ",   " de ",        " en ",
                                         " du ",  " لعام ", " لسنه ",      " سنه ",
                                         " عام ", " от ",   " passed in ", " adopted in "};
  constexpr std::size_t kNear = 48;
  const bool linked =
      std::any_of(std::begin(kLinks), std::end(kLinks),
                  [plain](std::string_view link) { return plain.starts_with(link); });
  if (!linked) return 0;
  const std::string_view near = plain.substr(0, std::min(kNear, plain.find_first_of(",.;:(")));
  for (std::size_t i = 0; i + 4 <= near.size(); ++i) {
    const bool digits = near.substr(i, 4).find_first_not_of("0123456789") == std::string_view::npos;
    const bool alone =
        (i == 0 || !u_isdigit(near[i - 1])) && (i + 4 == near.size() || !u_isdigit(near[i + 4]));
    if (!digits || !alone) continue;
    const int year = std::stoi(std::string(near.substr(i, 4)));
    if (year >= 1946 && year <= 2099) return year;
  }
  return 0;
}

}  // namespace

WordsBefore cited_words_before(std::string_view text, std::size_t at, bool any_case) {
  if (!phrase_may_end(text, at)) {
    WordsBefore none;
    none.begin = at;
    return none;
  }
  return BeforeReader(text, at, any_case).run();
}

WordsBehind words_behind(std::string_view text, std::size_t at) {
  PlainText plain;
  plain.read(text, at, at + kMostBehind);
  const std::string_view all = plain.chars();
  WordsBehind words;
  std::size_t from = 0;
  if (skip(all, from, "号")) {
    words.act_end = plain.origin(from);
    if (skip(all, from, "决议") || skip(all, from, "决定")) words.act_end = plain.origin(from);
  }
  const std::string_view sentence = all.substr(0, all.find("。"));
  if (sentence.find("决议") != std::string_view::npos)
    words.act = CitedAct::kResolution;
  else if (sentence.find("决定") != std::string_view::npos)
    words.act = CitedAct::kDecision;
  constexpr std::string_view kLinks[] = {"of the united nations ",
                                         "of the un ",
                                         "of the ",
                                         "of ",
                                         "by the ",
                                         "adopted by the ",
                                         "du ",
                                         "de la ",
                                         "de l'",
                                         "del ",
                                         "des ",
                                         "الصادر عن ",
                                         "ل"};
  skip_numbers(all, from);
  while (skip(all, from, " ")) {
  }
  for (const std::string_view link : kLinks) {
    if (skip(all, from, link)) break;
  }
  words.year = year_said(all);
  if (const Phrase* body = body_at(all, from)) {
    words.body = body->body;
    words.end = plain.origin(from + body->words.size());
  }
  return words;
}

Glue glue_between(std::string_view gap) {
  constexpr std::size_t kLongestGap = 110;
  if (gap.empty() || gap.size() > kLongestGap) return Glue::kNone;
  PlainText plain;
  plain.read(gap, 0, gap.size());
  const std::string& all = plain.chars();
  bool dates = false, range = false, list = false;
  for (std::size_t i = 0; i < all.size();) {
    const char32_t c = code_point_at(all, i);
    std::size_t end = i;
    next_code_point(all, end);
    const auto u = static_cast<UChar32>(c);
    if (c == ' ' || c == '(' || c == ')' || c == '[' || c == ']' || c == '*' || c == U'号' ||
        c == U'第') {
      i = end;
      continue;
    }
    if (c == ',' || c == ';' || c == '/' || c == U'،' || c == U'、' || c == U'，') {
      list = true;
      i = end;
      continue;
    }
    const bool letters = u_isalnum(u) && !u_hasBinaryProperty(u, UCHAR_IDEOGRAPHIC);
    while (letters && end < all.size() && u_isalnum(static_cast<UChar32>(code_point_at(all, end))))
      next_code_point(all, end);
    const std::string_view word = std::string_view(all).substr(i, end - i);
    if (contains(list_words(), word)) {
      list = true;
    } else if (contains(range_words(), word)) {
      range = true;
    } else if (u_isdigit(u) || contains(date_words(), word) || word == ".") {
      dates = true;  // the full stop of "г."; a sentence's end is stopped by its next word
    } else {
      return Glue::kNone;
    }
    i = end;
  }
  if (dates) return list ? Glue::kDates : Glue::kNone;
  if (range && !list) return Glue::kRange;
  return list ? Glue::kList : Glue::kNone;
}

bool case_word_before(std::string_view text, std::size_t at) {
  PlainText plain;
  plain.read(text, at > 40 ? at - 40 : 0, at);
  std::string_view before = plain.chars();
  while (before.ends_with(' ')) before.remove_suffix(1);
  return std::any_of(case_words().begin(), case_words().end(), [before](std::string_view word) {
    return before.ends_with(word) && word_begins(before, before.size() - word.size());
  });
}

}  // namespace dragoman
