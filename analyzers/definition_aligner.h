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

// Words of a window, both included.
struct WordRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

inline constexpr int kPerfectLetter = 10;

struct Alignment {
  WordRange words;
  std::size_t matched = 0;  // the last word that gives a letter; before words.last if more follow
  int score = 0;            // at most kPerfectLetter a letter
  int strong = 0;           // letters that begin a word, or stand next to the one before
  int skipped = 0;          // words of meaning that give no letter, within and behind
  int missing = 0;          // letters not found

  // Whether this explains the short form well enough to be believed beside a bracket.
  bool is_good(const ShortLetters& letters) const;
  bool is_strong(const ShortLetters& letters) const {
    return strong == static_cast<int>(letters.size);
  }
  // Every letter explains a word and every word of meaning a letter.
  bool is_perfect(const ShortLetters& letters) const {
    return is_strong(letters) && missing == 0 && skipped == 0;
  }
};

// The best alignment that reaches to the last word of the window.
std::optional<Alignment> align_before(std::string_view text, const WordWindow& window,
                                      const ShortLetters& letters);

// The best alignment that begins with the first word, or behind an article.
std::optional<Alignment> align_after(std::string_view text, const WordWindow& window,
                                     const ShortLetters& letters);

// MDMA ~ methylenedioxymethamphetamine: all letters in one long word, which the score of an
// alignment, made for initials, does not show.
bool is_found_in_one_word(const Alignment& alignment, const WordWindow& window,
                          const ShortLetters& letters);

}  // namespace dragoman
