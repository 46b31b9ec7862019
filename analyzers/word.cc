#include "word.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <optional>

#include "dragoman/analyzers/analyzer.h"
#include "fold.h"
#include "lookalikes.h"
#include "stem_exceptions.h"
#include "utf8.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostWords = 1u << 18u;
constexpr std::size_t kFewestSlots = 1u << 12u;
constexpr std::size_t kMostSurfaceBytes = 240;
constexpr int kLongestAcronym = 6;
constexpr std::size_t kShortestArabicBytes = 6;  // three letters

struct Letters {
  int upper = 0;
  int lower = 0;
  int digits = 0;
  bool first_upper = false;
  bool ends_in_plural_s = false;  // NGOs
};

Letters count_letters(std::string_view surface) {
  Letters letters;
  bool first = true;
  for (std::size_t i = 0; i < surface.size();) {
    const auto c = static_cast<UChar32>(next_code_point(surface, i));
    if (u_isupper(c)) {
      ++letters.upper;
      if (first) letters.first_upper = true;
    } else if (u_islower(c)) {
      ++letters.lower;
    } else if (u_isdigit(c)) {
      ++letters.digits;
    }
    first = false;
  }
  letters.ends_in_plural_s = letters.upper >= 2 && letters.lower == 1 && surface.ends_with('s');
  return letters;
}

LetterCase case_of(const Letters& letters) {
  if (letters.upper + letters.lower == 0) return LetterCase::kNone;
  if (letters.upper == 0) return LetterCase::kLower;
  if (letters.lower == 0 || letters.ends_in_plural_s) return LetterCase::kCapitals;
  return letters.upper == 1 && letters.first_upper ? LetterCase::kTitle : LetterCase::kMixed;
}

Script script_of(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(next_code_point(text, i)), &status)) {
      case USCRIPT_LATIN:
        return Script::kLatin;
      case USCRIPT_CYRILLIC:
        return Script::kCyrillic;
      case USCRIPT_ARABIC:
        return Script::kArabic;
      default:
        break;
    }
  }
  return Script::kOther;
}

std::string without_dots(std::string_view surface) {
  std::string result;
  for (const char c : surface) {
    if (c != '.') result += c;
  }
  return result;
}

// و ف ب ك ل and the article, again and again, so that every combination ends alike.
std::string without_clitics(std::string word) {
  constexpr std::string_view kClitics[] = {"ال", "لل", "و", "ف", "ب", "ك", "ل"};
  bool stripped = true;
  while (stripped) {
    stripped = false;
    for (const std::string_view clitic : kClitics) {
      if (word.size() >= clitic.size() + kShortestArabicBytes && word.starts_with(clitic)) {
        word.erase(0, clitic.size());
        stripped = true;
        break;
      }
    }
  }
  return word;
}

std::string key_of(const Word& word, TokenKind kind) {
  if (kind != TokenKind::kWord || word.acronym_like) return word.folded;
  switch (word.script) {
    case Script::kLatin: {
      std::string key = fold_accents(american_spelling(word.case_folded));
      return key;
    }
    case Script::kCyrillic: {
      static thread_local Stemmer stemmer;
      return stemmer.term(word.case_folded, Language::kRussian);
    }
    case Script::kArabic:
      return without_clitics(word.folded);
    default:
      return word.folded;
  }
}

}  // namespace

std::string acronym_letters(std::string_view surface) {
  for (const std::string_view possessive : {"'s", "’s"}) {
    if (surface.ends_with(possessive)) surface.remove_suffix(possessive.size());
  }
  if (count_letters(surface).ends_in_plural_s) surface.remove_suffix(1);
  std::string letters;
  for (std::size_t i = 0; i < surface.size();) {
    const char32_t c = next_code_point(surface, i);
    if (u_isalnum(static_cast<UChar32>(c))) append_utf8(letters, c);
  }
  return letters;
}

Word make_word(std::string_view surface, TokenKind kind) {
  if (surface.size() > kMostSurfaceBytes) {
    std::size_t cut = kMostSurfaceBytes;
    while ((static_cast<unsigned char>(surface[cut]) & 0xC0u) == 0x80) --cut;
    surface = surface.substr(0, cut);
  }
  if (mixes_latin_and_cyrillic(surface)) {
    if (const std::optional<std::string> twin = cyrillic_twin(surface)) {
      return make_word(*twin, kind);
    }
  }
  Word word;
  const Letters letters = count_letters(surface);
  word.letter_case = kind == TokenKind::kWord ? case_of(letters) : LetterCase::kNone;
  word.script = kind == TokenKind::kIdeograph ? Script::kIdeograph : script_of(surface);
  std::string plain = kind == TokenKind::kWord ? without_dots(surface) : std::string(surface);
  if (letters.ends_in_plural_s) plain.pop_back();
  word.case_folded = fold_case(plain);
  word.folded = fold_accents(word.case_folded);
  // A modifier letter or a tatweel alone: a term of no letters would be that of every document.
  if (word.folded.empty()) word.folded = word.case_folded = surface;
  if (word.letter_case == LetterCase::kCapitals || word.letter_case == LetterCase::kMixed) {
    word.letters = acronym_letters(plain);
  }
  word.acronym_like = word.letter_case == LetterCase::kCapitals && letters.upper >= 2 &&
                      letters.upper + letters.digits <= kLongestAcronym;
  word.key = key_of(word, kind);
  return word;
}

WordCache::WordCache() : slots_(kFewestSlots) {}

Word& WordCache::find(std::string_view surface, TokenKind kind, std::uint64_t hash) {
  if (slots_.size() < 2 * (entries_.size() + 1)) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = place(hash);
  for (; slots_[at].entry != nullptr; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && slots_[at].entry->surface == surface)
      return slots_[at].entry->word;
  }
  entries_.push_back({std::string(surface), make_word(surface, kind)});
  slots_[at] = {hash, &entries_.back()};
  return entries_.back().word;
}

void WordCache::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.entry == nullptr) continue;
    std::size_t at = place(slot.hash);
    while (slots_[at].entry != nullptr) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::string_view WordCache::term(Word& word, Language language, bool shouted) {
  if (word.script == Script::kIdeograph || word.script == Script::kOther) return word.folded;
  if (word.acronym_like && !shouted) return word.folded;
  if (word.script == Script::kCyrillic && language != Language::kUkrainian)
    language = Language::kRussian;
  if (word.script == Script::kArabic) language = Language::kArabic;
  if (word.script == Script::kLatin &&
      (language == Language::kUnknown || language == Language::kRussian ||
       language == Language::kArabic || language == Language::kChinese)) {
    language = Language::kEnglish;
  }
  if (word.language == language && !word.term.empty()) return word.term;
  for (const auto& [known, term] : word.terms) {
    if (known == language) return term;
  }
  std::string term = stemmer_.term(word.case_folded, language);
  if (term.empty()) term = word.folded;
  if (word.term.empty()) {
    word.language = language;
    return word.term = std::move(term);
  }
  word.terms.emplace_front(language, std::move(term));
  return word.terms.front().second;
}

void WordCache::forget_if_full() {
  if (entries_.size() <= kMostWords) return;
  entries_.clear();
  slots_.assign(kFewestSlots, {});
}

}  // namespace dragoman
