// Aligns a short form with the words beside it: which of them, if any, does it stand for?
//
//   CSTO ~ "… the Organization of the Collective Security Treaty Organization"
//        -> Collective Security Treaty Organization
//
// After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
// biomedical text" (PSB 2003), whose letters must all be found in order; here the best of all ways
// to find them is chosen by a score that prefers the first letters of words and skips articles and
// prepositions freely. Cost: letters times words of the window, both bounded.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "dragoman/analyzers/analysis.h"
#include "word_window.h"

namespace dragoman {

// The letters and digits of a short form, without case, accent, plural's or possessive's s.
struct ShortLetters {
  static constexpr std::size_t kMost = 16;
  struct Letter {
    char32_t base = 0;
    bool capital = false;
    bool digit = false;
  };
  std::array<Letter, kMost> letters;
  std::size_t size = 0;
  std::size_t capitals = 0;

  const Letter& operator[](std::size_t i) const { return letters[i]; }
};

// No letters when the short form has too many of them.
ShortLetters letters_of_short_form(std::string_view short_form);

struct Alignment {
  std::size_t first = 0;  // words of the window, both included
  std::size_t last = 0;
  std::size_t matched = 0;  // the last word that gives a letter; before `last` where others follow
  int score = 0;          // at most kPerfectLetter a letter
  int strong = 0;         // letters found at the beginning of a word, or next to the one before
  int skipped = 0;        // words of meaning that give no letter, within and behind
  int missing = 0;        // letters not found
};

inline constexpr int kPerfectLetter = 10;

// The best alignment that reaches to the last word of the window.
std::optional<Alignment> align_before(std::string_view text, const WordWindow& window, const ShortLetters& letters);

// The best alignment that begins with the first word, or behind an article.
std::optional<Alignment> align_after(std::string_view text, const WordWindow& window, const ShortLetters& letters);

}  // namespace dragoman
