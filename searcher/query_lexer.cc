#include "query_lexer.h"

#include <algorithm>
#include <utility>

namespace dragoman {
namespace {

constexpr unsigned kMostNearDistance = 1000;
constexpr std::size_t kLongestBracket = 12;  // (XLVI-O/16)

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0'; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
}

// Quotation marks as people type them; each opens, and any closes.
constexpr std::string_view kQuotes[] = {"\"", "“", "”", "„", "«", "»"};

std::size_t quote_at(std::string_view text, std::size_t i) {
  for (const std::string_view quote : kQuotes) {
    if (text.substr(i).starts_with(quote)) return quote.size();
  }
  return 0;
}

// The end of "(2016)", "(XV)" at `i`, which belongs to a symbol; `i` for any other bracket.
std::size_t symbol_bracket(std::string_view text, std::size_t i) {
  const std::size_t close = text.find(')', i);
  if (close == std::string_view::npos || close == i + 1 || close - i > kLongestBracket) return i;
  const std::string_view inside = text.substr(i + 1, close - i - 1);
  const bool year = inside.size() == 4 && std::all_of(inside.begin(), inside.end(), is_digit);
  const bool session = std::all_of(inside.begin(), inside.end(), [](char c) {
    return std::string_view("IVXLCDMSEO-/0123456789").find(c) != std::string_view::npos;
  });
  const bool roman = inside.find_first_of("IVXLCDM") != std::string_view::npos;
  return year || (session && (roman || is_digit(inside[0]))) ? close + 1 : i;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Lexeme> run() {
    while (true) {
      while (at_ < query_.size() && is_blank(query_[at_])) ++at_;
      if (at_ >= query_.size()) return std::move(lexemes_);
      next();
    }
  }

 private:
  void next() {
    const char c = query_[at_];
    if (c == '(') return bracket();
    if (c == ')') return single(LexemeKind::kClose);
    if (quote_at(query_, at_) > 0) return phrase(LexemeKind::kPhrase, at_);
    if (c == '=' && at_ + 1 < query_.size() && quote_at(query_, at_ + 1) > 0) {
      const std::size_t begin = at_++;
      return phrase(LexemeKind::kExact, begin);
    }
    const bool glued = at_ + 1 < query_.size() && !is_blank(query_[at_ + 1]);
    if (c == '+' && glued) return single(LexemeKind::kPlus);
    if (c == '-' && glued && query_[at_ + 1] != '-') return single(LexemeKind::kMinus);
    word();
  }

  Lexeme& add(LexemeKind kind, std::size_t begin, std::size_t end) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.begin = begin;
    lexeme.end = end;
    lexeme.text = query_.substr(begin, end - begin);
    lexemes_.push_back(lexeme);
    at_ = end;
    return lexemes_.back();
  }

  void single(LexemeKind kind) { add(kind, at_, at_ + 1); }

  void bracket() {
    const std::size_t end = symbol_bracket(query_, at_);
    const bool after_word = !lexemes_.empty() && lexemes_.back().kind == LexemeKind::kWord;
    if (end != at_ && after_word) {
      add(LexemeKind::kWord, at_, end);
    } else {
      single(LexemeKind::kOpen);
    }
  }

  // The text between the quotes from at_ on; moves at_ behind them.
  std::string_view quoted(bool& unclosed) {
    const std::size_t begin = at_ + quote_at(query_, at_);
    std::size_t end = begin;
    while (end < query_.size() && quote_at(query_, end) == 0) ++end;
    unclosed = end >= query_.size();
    at_ = unclosed ? end : end + quote_at(query_, end);
    return query_.substr(begin, end - begin);
  }

  void phrase(LexemeKind kind, std::size_t begin) {
    bool unclosed = false;
    const std::string_view text = quoted(unclosed);
    Lexeme& lexeme = add(kind, begin, at_);
    lexeme.text = text;
    lexeme.unclosed = unclosed;
  }

  // The end of what stands without blanks, brackets and quotes from `i` on.
  std::size_t end_of_word(std::size_t i) const {
    const std::size_t begin = i;
    while (i < query_.size() && !is_blank(query_[i]) && query_[i] != ')') {
      if (quote_at(query_, i) > 0) break;
      if (query_[i] == '(') {
        const std::size_t end = i > begin ? symbol_bracket(query_, i) : i;
        if (end == i) break;
        i = end;
      } else {
        ++i;
      }
    }
    return std::max(i, begin + 1);
  }

  void word() {
    const std::size_t begin = at_;
    const std::size_t end = end_of_word(begin);
    const std::string_view text = query_.substr(begin, end - begin);
    if (text == "AND" || text == "&&") {
      add(LexemeKind::kAnd, begin, end);
    } else if (text == "OR" || text == "||") {
      add(LexemeKind::kOr, begin, end);
    } else if (text == "NOT") {
      add(LexemeKind::kNot, begin, end);
    } else if (text == "NEAR" || text.starts_with("NEAR/")) {
      near(text, begin, end);
    } else if (!field(text, begin)) {
      plain(text, begin, end);
    }
  }

  void near(std::string_view text, std::size_t begin, std::size_t end) {
    unsigned distance = 0;
    const std::string_view digits = text.size() > 5 ? text.substr(5) : std::string_view();
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) return plain(text, begin, end);
    for (const char c : digits) {
      distance = std::min(kMostNearDistance, distance * 10 + static_cast<unsigned>(c - '0'));
    }
    add(LexemeKind::kNear, begin, end).distance = distance == 0 ? kDefaultNearDistance : distance;
  }

  void plain(std::string_view text, std::size_t begin, std::size_t end) {
    const bool prefix = text.size() > 1 && text.ends_with('*') && is_letter(text[0]);
    Lexeme& lexeme = add(prefix ? LexemeKind::kPrefix : LexemeKind::kWord, begin, end);
    if (prefix)
      lexeme.text.remove_suffix(
          std::min(text.size(), text.size() - text.find_last_not_of('*') - 1));
  }

  // name:value, where the name is made of letters and the value is not a URL's rest.
  bool field(std::string_view text, std::size_t begin) {
    std::size_t colon = 0;
    while (colon < text.size() && (is_letter(text[colon]) || text[colon] == '_' ||
                                   text[colon] == '-' || (colon > 0 && is_digit(text[colon])))) {
      ++colon;
    }
    if (colon == 0 || colon >= text.size() || text[colon] != ':') return false;
    std::size_t value = begin + colon + 1;
    if (value < query_.size() && query_[value] == '(') {
      add(LexemeKind::kFieldOpen, begin, value + 1).field = text.substr(0, colon);
      return true;
    }
    const bool exact = value < query_.size() && query_[value] == '=';
    if (exact) ++value;
    if (query_.substr(value).starts_with("//")) return false;
    const bool opens_quote = value < query_.size() && quote_at(query_, value) > 0;
    if (!opens_quote && value >= begin + text.size()) return false;
    bool unclosed = false;
    std::string_view value_text =
        query_.substr(value, begin + text.size() - std::min(value, begin + text.size()));
    at_ = begin + text.size();
    if (opens_quote) {
      at_ = value;
      value_text = quoted(unclosed);
    }
    Lexeme& lexeme = add(LexemeKind::kField, begin, at_);
    lexeme.field = query_.substr(begin, colon);
    lexeme.text = value_text;
    lexeme.quoted = opens_quote;
    lexeme.exact = exact;
    lexeme.unclosed = unclosed;
    return true;
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> cut_query(std::string_view query) { return Lexer(query).run(); }

}  // namespace dragoman
