#include "shouted_query.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace dragoman {
namespace {

// Acronyms and names of one word joined by operators are a Boolean query; a sentence is longer, and
// has words side by side of which one is too long for an acronym.
constexpr int kFewestWords = 4;
constexpr int kMostCapitals = 6;

bool is_operator(const Lexeme& lexeme) {
  return lexeme.kind == LexemeKind::kAnd || lexeme.kind == LexemeKind::kOr ||
         lexeme.kind == LexemeKind::kNot;
}

bool is_bracket(const Lexeme& lexeme) {
  return lexeme.kind == LexemeKind::kOpen || lexeme.kind == LexemeKind::kClose;
}

bool is_plain(const Lexeme& lexeme) {
  return is_operator(lexeme) || is_bracket(lexeme) || lexeme.kind == LexemeKind::kWord;
}

// "(ISRAEL OR SYRIA)" groups what an operator joins; "(RENAISSANCE)" is a remark.
bool groups_operators(const std::vector<Lexeme>& lexemes) {
  int depth = 0;
  for (const Lexeme& lexeme : lexemes) {
    if (lexeme.kind == LexemeKind::kOpen) ++depth;
    if (lexeme.kind == LexemeKind::kClose) --depth;
    if (depth > 0 && is_operator(lexeme)) return true;
  }
  return false;
}

struct Letters {
  int capitals = 0;
  bool small = false;
};

Letters letters_of(std::string_view text) {
  Letters letters;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const uint8_t*>(text.data()), i, size, c);
    letters.small = letters.small || u_islower(c);
    if (u_isupper(c)) ++letters.capitals;
  }
  return letters;
}

bool is_sentence(const std::vector<Lexeme>& lexemes) {
  int words = 0;
  bool long_word = false, side_by_side = false;
  const Lexeme* before = nullptr;
  for (const Lexeme& lexeme : lexemes) {
    if (is_bracket(lexeme)) continue;
    if (!is_operator(lexeme)) {
      const int capitals = letters_of(lexeme.text).capitals;
      if (capitals > 0) ++words;
      long_word = long_word || capitals > kMostCapitals;
      side_by_side = side_by_side || (before != nullptr && !is_operator(*before));
    }
    before = &lexeme;
  }
  return words >= kFewestWords && long_word && side_by_side;
}

}  // namespace

bool read_shouted_operators_as_words(std::string_view query, std::vector<Lexeme>& lexemes) {
  const bool any = std::any_of(lexemes.begin(), lexemes.end(), is_operator);
  if (!any || !std::all_of(lexemes.begin(), lexemes.end(), is_plain)) return false;
  if (letters_of(query).small || groups_operators(lexemes) || !is_sentence(lexemes)) return false;
  for (Lexeme& lexeme : lexemes) lexeme.kind = LexemeKind::kWord;
  return true;
}

}  // namespace dragoman
