// A TextChunk is a word cut at spaces, brackets, quotation marks and commas, with what its
// characters and its surroundings tell of it: "UN-Women", "l'ONU", "A/RES/71/12", "someone@un.org".
#pragma once

#include <cstddef>
#include <string_view>

#include "char_kind.h"

namespace dragoman {

struct TextChunk {
  std::size_t begin = 0;
  std::size_t end = 0;
  unsigned upper = 0;
  unsigned lower = 0;  // letters without case, too
  unsigned digits = 0;
  unsigned joiners = 0;
  bool address = false;  // holds @ or _

  bool empty() const { return upper + lower + digits == 0; }
  bool letters_only() const { return digits == 0 && joiners == 0; }
  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }

  // Counts the character that `kind` describes, whose bytes are [at, next).
  void extend(std::string_view text, std::size_t at, std::size_t next, CharKind kind);
};

// Without an elided article: ONU of l'ONU, d’ONU, L'ONU.
TextChunk without_elision(std::string_view text, const TextChunk& chunk);

// Where the chunk ends without joiners behind it: "CSTO" of "CSTO-". The $ of US$ stays.
std::size_t trimmed_end(std::string_view text, const TextChunk& chunk);

// Whether an opening bracket stands before `at`, a quotation mark between them or not.
bool opens_bracket_before(std::string_view text, std::size_t at);

// Whether a closing bracket follows at `at`, quotation marks and full stops between or not.
bool closes_bracket_at(std::string_view text, std::size_t at);

// Whether the chunk is all that a pair of brackets holds: (CSTO), (“CSTO”).
bool is_bracketed(std::string_view text, const TextChunk& chunk);

bool is_before_equals_sign(std::string_view text, const TextChunk& chunk);

}  // namespace dragoman
