// Sentences of a tokenized text, for passages that begin and end where a reader would.
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// Every token belongs to exactly one sentence. A sentence longer than kMostSentenceTokens is divided, so
// that a text without full stops still has short passages. Linear.
inline constexpr std::size_t kMostSentenceTokens = 64;
std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens);

}  // namespace dragoman
