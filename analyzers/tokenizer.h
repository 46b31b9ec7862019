// The Tokenizer cuts text into words, numbers and ideographs after UAX #29, changed where acronyms and
// names need it:
//
//   The U.N.'s Co-operation, l’ONU: UN–SCO   ->   The U.N. Co-operation ONU UN SCO
//
// Dotted acronyms keep their dots; possessive 's and elided articles are left out; hyphen, slash and
// dash divide, but "co-" and a hyphen at a line's end do not. Byte ranges never change later.
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

struct RawToken {
  Span span;
  TokenKind kind = TokenKind::kWord;
  bool shouted = false;
  bool paragraph_start = false;
};

// Appends to `tokens` (cleared first). Linear.
void tokenize_text(std::string_view text, std::vector<RawToken>& tokens);

}  // namespace dragoman
