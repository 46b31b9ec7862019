// A WordWindow holds the words beside a place in the text, as far as a name could reach: the
// material from which a long form is aligned with its short form.
//
//   … of the Conference on Confidence-Building Measures (CICA)
//                                                       ^ words_before:  of the Conference on
//                                                         Confidence Building Measures
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

struct WindowWord {
  Span span;
  bool function = false;  // of, de, и: skipped at no cost
  bool number = false;
  bool capital = false;  // begins with a capital letter
  bool acronym = false;  // two letters or more, all capitals
  bool joined = false;   // follows a hyphen or slash, without a space
  bool comma = false;    // a comma stands between it and the word before
};

struct WordWindow {
  static constexpr std::size_t kMostWords = 36;
  static constexpr std::size_t kMostBytes = 400;

  std::array<WindowWord, kMostWords> words;
  std::size_t size = 0;

  const WindowWord& operator[](std::size_t i) const { return words[i]; }
};

// The words that end at `end`, in the order of the text; back to a bracket, a semicolon, a
// quotation mark, the end of a sentence or the bounds above. Cost bounded by kMostBytes.
// `across_dashes`: a spaced dash is no boundary, for "Meteorological Synthesizing Centre - East
// (MSC-E)".
WordWindow words_before(std::string_view text, std::size_t end, bool across_dashes = false);

// The words from `begin` on, to a bracket, a semicolon, a quotation mark, the end of a
// sentence or of the line, an equals sign.
WordWindow words_after(std::string_view text, std::size_t begin);

// Whether a capitalized word stands directly before the word `i`, so that one name may hold both.
// Requires: 0 < i < window.size.
bool continues_name(const WordWindow& window, std::size_t i);

}  // namespace dragoman
