// A Word is what the analyzers know of one surface form ("Organisation", "U.N.", "الأمم"),
// worked out once and kept: texts repeat their words.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "language.h"
#include "stem.h"

namespace dragoman {

enum class Script : std::uint8_t { kOther, kLatin, kCyrillic, kArabic, kIdeograph };

struct Word {
  std::string case_folded;  // with accents, for the stemmer
  std::string folded;       // "who", "un" for "U.N."
  std::string key;          // as names are looked up in the gazetteer
  std::string letters;      // capitals and digits of an acronym, "UN" for "U.N."; else empty
  Script script = Script::kOther;
  LetterCase letter_case = LetterCase::kNone;
  bool acronym_like = false;  // a short word in capitals, not to be stemmed
  // Whether a person's name may begin with it; the person finder asks once for every word. -1: not asked yet.
  mutable std::int8_t may_begin_person = -1;
  // Terms by language, as far as asked for; stable addresses.
  std::deque<std::pair<Language, std::string>> terms;
};

// The facts of a surface form; `kind` from the tokenizer.
Word make_word(std::string_view surface, TokenKind kind);

// The key of a name's word: British as American, Russian without case endings, Arabic
// without clitics; the language of the text does not matter.
class WordCache {
 public:
  // The word stays where it is until forget() is called.
  Word& find(std::string_view surface, TokenKind kind);
  std::string_view term(Word& word, Language language, bool shouted);
  // Drops all words when there are more than fit in memory. Call between texts.
  void forget_if_full();
  Stemmer& stemmer() { return stemmer_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  std::unordered_map<std::string, Word, Hash, std::equal_to<>> words_;
  Stemmer stemmer_;
};

}  // namespace dragoman
