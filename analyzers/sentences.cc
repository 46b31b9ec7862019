#include "sentences.h"

#include <algorithm>
#include <iterator>

namespace dragoman {
namespace {

constexpr std::string_view kAbbreviations[] = {
    "art", "dr",  "mr", "mrs", "ms", "no", "nos", "para", "paras", "p",  "pp", "res",
    "st",  "vol", "г",  "гг",  "ст", "п",  "см",  "им",   "m",     "sr", "sra"};
constexpr std::string_view kEnds[] = {". ", ".\n", ".\"", ".»", ".”", "! ", "!\n",
                                      "? ", "?\n", "。",  "！", "？", "؟",  "… "};

bool abbreviates(const Token& token) {
  return std::find(std::begin(kAbbreviations), std::end(kAbbreviations), token.folded) !=
         std::end(kAbbreviations);
}

bool ends_between(std::string_view text, const Token& token, const Token& next) {
  const std::string_view gap = text.substr(token.span.end, next.span.begin - token.span.end);
  if (gap == " ") return false;
  if (gap.find("\n\n") != std::string_view::npos || gap.find("\n\r\n") != std::string_view::npos)
    return true;
  if (next.letter_case == LetterCase::kLower) return false;
  if (gap.starts_with('.') && abbreviates(token)) return false;
  return std::any_of(std::begin(kEnds), std::end(kEnds), [gap](std::string_view end) {
    return gap.find(end) != std::string_view::npos;
  });
}

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<Sentence> sentences;
  std::size_t first = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool last = i + 1 == tokens.size();
    if (!last && i + 1 - first < kMostSentenceTokens &&
        !ends_between(text, tokens[i], tokens[i + 1]))
      continue;
    const std::uint32_t end =
        last ? static_cast<std::uint32_t>(text.size()) : tokens[i + 1].span.begin;
    sentences.push_back({static_cast<std::uint32_t>(first), {tokens[first].span.begin, end}});
    first = i + 1;
  }
  return sentences;
}

}  // namespace dragoman
