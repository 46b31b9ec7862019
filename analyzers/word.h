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
#include "dragoman/hash.h"
#include "language.h"
#include "stem.h"

namespace dragoman {

enum class Script : std::uint8_t { kOther, kLatin, kCyrillic, kArabic, kIdeograph };

// What is asked at every token stands first.
struct Word {
  Script script = Script::kOther;
  LetterCase letter_case = LetterCase::kNone;
  bool acronym_like = false;  // a short word in capitals, not to be stemmed
  // What the name matcher knows of the word, once it has met it.
  bool annotated = false;
  bool starts_name = false;
  bool heads_name = false;  // organization, council: a name may begin or end with it
  // Whether a person's name may begin with it; the person finder asks once for every word. -1: not asked yet.
  mutable std::int8_t may_begin_person = -1;
  Language language = Language::kUnknown;  // of `term`
  std::uint32_t cue = 0;                   // its number as a cue of a sense; 0 for most words
  std::uint64_t name_state = 0;  // of one that starts names: where their trie goes on behind it
  // Its terms in other languages than `language`, as far as asked for; stable addresses.
  std::forward_list<std::pair<Language, std::string>> terms;
  std::string folded;       // "who", "un" for "U.N."
  std::string term;         // in the language it was asked for first; empty: not yet
  std::string key;          // as names are looked up in the gazetteer
  std::string case_folded;  // with accents, for the stemmer
  std::string letters;      // capitals and digits of an acronym, "UN" for "U.N."; else empty
};

// The facts of a surface form; `kind` from the tokenizer. Latin letters among Cyrillic ones are read as Cyrillic. The key of a name's word is British as American,
// Russian without case endings, Arabic without clitics; the language of the text does not matter.
Word make_word(std::string_view surface, TokenKind kind);

// Words by surface, in a table of open addressing, since every token of a text asks it. Most of the time memory is waited
// for, unless it is told some words ahead what will be asked:
//
//   cache.expect_slot(hash_bytes("summit"));    // soon
//   cache.expect_entry(hash_bytes("summit"));   // sooner
//   cache.find("summit", TokenKind::kWord, hash_bytes("summit"));
class WordCache {
 public:
  WordCache();

  // The word stays where it is until forget_if_full() is called.
  Word& find(std::string_view surface, TokenKind kind, std::uint64_t hash);
  Word& find(std::string_view surface, TokenKind kind) {
    return find(surface, kind, hash_bytes(surface));
  }
  void expect_slot(std::uint64_t hash) const { __builtin_prefetch(&slots_[place(hash)]); }
  void expect_entry(std::uint64_t hash) const {
    const Entry* entry = slots_[place(hash)].entry;
    if (entry == nullptr) return;
    __builtin_prefetch(entry);
    __builtin_prefetch(reinterpret_cast<const char*>(entry) + kLine);
  }
  std::string_view term(Word& word, Language language, bool shouted);
  // Drops all words when there are more than fit in memory. Call between texts.
  void forget_if_full();

 private:
  static constexpr std::size_t kLine = 64;  // bytes that come from memory together

  struct alignas(kLine) Entry {
    std::string surface;
    Word word;
  };
  struct Slot {
    std::uint64_t hash = 0;
    Entry* entry = nullptr;  // null: the slot is free
  };

  std::size_t place(std::uint64_t hash) const { return hash & (slots_.size() - 1); }
  void grow();

  std::deque<Entry> entries_;
  std::vector<Slot> slots_;  // a power of two, at most half full
  Stemmer stemmer_;
};

}  // namespace dragoman
