#include "text_chunk.h"

#include "punctuation.h"
#include "utf8.h"

namespace dragoman {

void TextChunk::extend(std::string_view text, std::size_t at, std::size_t next, CharKind kind) {
  end = next;
  switch (kind) {
    case CharKind::kUpper:
      ++upper;
      break;
    case CharKind::kDigit:
      ++digits;
      break;
    case CharKind::kJoiner:
      ++joiners;
      address |= text[at] == '@' || text[at] == '_';
      break;
    default:
      ++lower;
  }
}

TextChunk without_elision(std::string_view text, const TextChunk& chunk) {
  constexpr std::size_t kLongestArticle = 2;
  std::size_t letters = 0;
  std::size_t at = chunk.begin;
  while (at < chunk.end) {
    const char32_t c = next_code_point(text, at);
    if (is_apostrophe(c)) break;
    if (!is_letter(kind_of(c)) || ++letters > kLongestArticle) return chunk;
  }
  if (letters == 0 || at + 1 >= chunk.end || text[at] == 's') return chunk;
  TextChunk rest;
  rest.begin = at;
  while (at < chunk.end) {
    const std::size_t from = at;
    const CharKind kind = kind_of(next_code_point(text, at));
    rest.extend(text, from, at, kind);
  }
  return rest;
}

std::size_t trimmed_end(std::string_view text, const TextChunk& chunk) {
  if (chunk.upper == 2 && chunk.lower == 0 && text.substr(chunk.begin + 2, 1) == "$") {
    return chunk.begin + 3;
  }
  std::size_t end = chunk.end;
  while (end > chunk.begin) {
    std::size_t before = end;
    if (kind_of(previous_code_point(text, before)) != CharKind::kJoiner) break;
    end = before;
  }
  return end;
}

bool opens_bracket_before(std::string_view text, std::size_t at) {
  char32_t c = at > 0 ? previous_code_point(text, at) : U' ';
  if (is_quote(c) && at > 0) c = previous_code_point(text, at);
  return is_open_bracket(c);
}

bool closes_bracket_at(std::string_view text, std::size_t at) {
  char32_t c = code_point_at(text, at);
  while (is_quote(c) || c == U'.') {
    next_code_point(text, at);
    c = code_point_at(text, at);
  }
  return is_close_bracket(c);
}

bool is_bracketed(std::string_view text, const TextChunk& chunk) {
  return opens_bracket_before(text, chunk.begin) &&
         closes_bracket_at(text, trimmed_end(text, chunk));
}

bool is_before_equals_sign(std::string_view text, const TextChunk& chunk) {
  constexpr std::size_t kMostSpaces = 2;
  std::size_t at = chunk.end;
  while (at < text.size() && text[at] == ' ' && at - chunk.end < kMostSpaces) ++at;
  return at < text.size() && text[at] == '=';
}

}  // namespace dragoman
