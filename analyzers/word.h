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

// What is asked at every token stands first, in one cache line.
struct Word {
  Script script = Script::kOther;
  LetterCase letter_case = LetterCase::kNone;
  bool acronym_like = false;  // a short word in capitals, not to be stemmed
  // What the name matcher knows of the word, once it has met it.
  bool annotated = false;
  bool starts_name = false;
  bool heads_name = false;  // organization, council: a name may begin or end with it
  std::uint32_t cue = 0;    // its number as a cue of a sense; 0 for most words
  std::string key;          // as names are looked up in the gazetteer
  std::string folded;       // "who", "un" for "U.N."
  std::string case_folded;  // with accents, for the stemmer
  std::string letters;      // capitals and digits of an acronym, "UN" for "U.N."; else empty
  // Whether a person's name may begin with it; the person finder asks once for every word. -1: not asked yet.
  mutable std::int8_t may_begin_person = -1;
  // Terms by language, as far as asked for; stable addresses.
  std::forward_list<std::pair<Language, std::string>> terms;
};

// The facts of a surface form; `kind` from the tokenizer. Latin letters among Cyrillic ones are read as Cyrillic. The key of a name's word is British as American,
// Russian without case endings, Arabic without clitics; the language of the text does not matter.
Word make_word(std::string_view surface, TokenKind kind);

// Words by surface, in a table of open addressing, since every token of a text asks it: two cache lines a look-up.
class WordCache {
 public:
  // The word stays where it is until forget_if_full() is called.
  Word& find(std::string_view surface, TokenKind kind);
  std::string_view term(Word& word, Language language, bool shouted);
  // Drops all words when there are more than fit in memory. Call between texts.
  void forget_if_full();

 private:
  struct Entry {
    std::string surface;
    Word word;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  // its place in entries_ and one; 0: the slot is free
  };

  void grow();

  std::deque<Entry> entries_;
  std::vector<Slot> slots_;  // a power of two, at most half full
  Stemmer stemmer_;
};

}  // namespace dragoman
