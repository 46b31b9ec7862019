// A Word is what the analyzers know of one surface form ("Organisation", "U.N.", "الأمم"),
// worked out once and kept: texts repeat their words.
#pragma once

#include <cstdint>
#include <deque>
#include <forward_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "language.h"
#include "stem.h"

namespace dragoman {

enum class Script : std::uint8_t { kOther, kLatin, kCyrillic, kArabic, kIdeograph };

struct Word {
  std::string folded;       // "who", "un" for "U.N."
  std::string key;          // as names are looked up in the gazetteer
  std::string letters;      // capitals and digits of an acronym, "UN" for "U.N."; else empty
  std::string case_folded;  // with accents, for the stemmer
  Script script = Script::kOther;
  LetterCase letter_case = LetterCase::kNone;
  bool acronym_like = false;  // a short word in capitals, not to be stemmed
  // Terms by language, as far as asked for; stable addresses.
  std::forward_list<std::pair<Language, std::string>> terms;
};

// The facts of a surface form; `kind` from the tokenizer. The key of a name's word is British as American,
// Russian without case endings, Arabic without clitics; the language of the text does not matter.
Word make_word(std::string_view surface, TokenKind kind);

// Words by surface: a hash table with open addressing, for every token of every text passes here.
class WordCache {
 public:
  WordCache();

  // The word stays where it is until forget_if_full() is called.
  Word& find(std::string_view surface, TokenKind kind);
  std::string_view term(Word& word, Language language, bool shouted);
  // Drops all words when there are more than fit in memory. Call between texts.
  void forget_if_full();

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::string_view surface;
    Word* word = nullptr;  // none: the place is free
  };
  struct Known {
    std::string surface;
    Word word;
  };

  Entry& place_of(std::uint64_t hash, std::string_view surface);
  void grow();

  std::vector<Entry> table_;  // a power of two
  std::deque<Known> words_;
  Stemmer stemmer_;
};

}  // namespace dragoman
