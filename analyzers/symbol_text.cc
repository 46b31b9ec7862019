#include "symbol_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "utf8.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostBack = 96;
constexpr std::size_t kMostBlanks = 16;

constexpr std::u32string_view kLookAlikes = U"АВСЕНІЈКМОРЅТХаеосхіјѕрΑΒΕΖΗΙΚΜΝΟΡΤΧο";
constexpr std::string_view kLatin = "ABCEHIJKMOPSTXaeocxijspABEZHIKMNOPTXo";
static_assert(kLookAlikes.size() == kLatin.size());

// Characters of the web's percent encoding that stand in symbols.
struct Escape {
  std::string_view code;
  char sign;
};
constexpr Escape kEscapes[] = {
    {"%2F", '/'}, {"%2f", '/'}, {"%28", '('}, {"%29", ')'}, {"%20", ' '}};

// A letter or digit of ASCII stands for itself.
bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const Escape* escape_at(std::string_view text, std::size_t i) {
  if (text[i] != '%') return nullptr;
  const auto* found = std::find_if(std::begin(kEscapes), std::end(kEscapes), [&](const Escape& e) {
    return text.substr(i).starts_with(e.code);
  });
  return found == std::end(kEscapes) ? nullptr : found;
}

bool is_other_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63;
}

char other_char(char32_t c) {
  if (c == 0x2044 || c == 0x2215) return '/';
  if (is_other_dash(c)) return '-';
  if (c == 0xB0 || c == 0xBA) return 'o';  // N°, Nº
  const std::size_t alike = kLookAlikes.find(c);
  if (alike != std::u32string_view::npos) return kLatin[alike];
  const auto u = static_cast<UChar32>(c);
  if (u_isUWhiteSpace(u)) return ' ';
  if (u_isdigit(u)) return static_cast<char>('0' + u_charDigitValue(u));
  switch (u_charType(u)) {
    case U_FORMAT_CHAR:
      return kInvisible;
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return kOtherLetter;
    default:
      return kOtherSign;
  }
}

}  // namespace

char symbol_char(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c = c - 0xFF01 + '!';
  if (c >= 0x80) return c == 0xAD ? kInvisible : other_char(c);
  if (c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v') return ' ';
  return c < 0x20 ? kOtherSign : static_cast<char>(c);
}

void SymbolText::add(char c, std::size_t begin, std::size_t end) {
  if (c == '/' && size_ > 0 && chars_[size_ - 1] == ' ') --size_;
  if (c == ' ' && size_ > 0 && (chars_[size_ - 1] == ' ' || chars_[size_ - 1] == '/')) return;
  chars_[size_] = c;
  spans_[size_++] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void SymbolText::read(std::string_view text, std::size_t begin, std::size_t end) {
  size_ = 0;
  end = std::min(end, text.size());
  if (begin >= end) return;
  // A character gives one at most, but for the end of a paragraph, which gives two.
  if (chars_.size() < 2 * (end - begin)) {
    chars_.resize(2 * (end - begin));
    spans_.resize(2 * (end - begin));
  }
  int lines = 0;  // ends of lines since the last character that is no blank
  for (std::size_t i = begin; i < end;) {
    const std::size_t at = i;
    if (is_plain(text[i])) {
      lines = 0;
      ++i;
      add(text[at], at, i);
      continue;
    }
    if (const Escape* escape = escape_at(text, i)) {
      i += escape->code.size();
      add(escape->sign, at, i);
      continue;
    }
    const char c = symbol_char(next_code_point(text, i));
    if (c == kInvisible) continue;
    if (text[at] == '\n' && ++lines == 2) add(kOtherSign, at, i);  // a paragraph ends
    if (c != ' ') lines = 0;
    add(c, at, i);
  }
}

std::size_t SymbolText::index_of(std::size_t byte) const {
  const auto begin = spans_.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(size_);
  return static_cast<std::size_t>(
      std::lower_bound(begin, end, byte,
                       [](const Span& span, std::size_t b) { return span.begin < b; }) -
      begin);
}

namespace {

// A blank before `behind` belongs to a symbol beside a slash, and behind "RES.", "STANAG" or
// "COM(2020)". Moves `i` to the first of the blanks.
bool pass_blanks(std::string_view text, std::size_t least, std::size_t behind, std::size_t& i) {
  char before = kOtherSign;
  for (std::size_t blanks = 0, j = i; j > least && blanks < kMostBlanks; ++blanks) {
    before = symbol_char(previous_code_point(text, j));
    if (before != ' ') break;
    i = j;
  }
  const bool slash_behind = behind < text.size() && symbol_char(code_point_at(text, behind)) == '/';
  return slash_behind || before == '/' || before == '.' || before == ')' ||
         (before >= 'A' && before <= 'Z');
}

}  // namespace

std::size_t symbol_run_begin(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  const std::size_t least = end > kMostBack ? end - kMostBack : 0;
  for (std::size_t i = end; i > least;) {
    const std::size_t behind = i;
    const char c = symbol_char(previous_code_point(text, i));
    if (c == ' ') {
      if (!pass_blanks(text, least, behind, i)) break;
    } else if (c == kOtherSign || c == kOtherLetter || c == ',' || c == ';' || c == '"') {
      break;
    }
    begin = i;
  }
  return begin;
}

}  // namespace dragoman
