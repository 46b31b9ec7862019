#include "symbol_pattern.h"

#include <algorithm>
#include <array>

#include "ascii.h"
#include "symbol_text.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostSegments = 10;
constexpr std::size_t kLongestWord = 12;
constexpr int kFirstOfSymbols = 1945;
constexpr int kLastOfSymbols = 2099;

// Words that symbols print in mixed case.
constexpr std::string_view kMixedWords[] = {"Add", "Agenda",  "Amend", "Annex",   "Circ", "Corr",
                                            "Doc", "Excerpt", "Misc",  "Mod",     "Part", "Prov",
                                            "Res", "Rev",     "Sub",   "Summary", "Suppl"};
// Words after which the scan of a printed 1 is often the letter l.
constexpr std::string_view kNumberedWords[] = {"Add", "Amend", "Corr", "Mod",  "Part",
                                               "Res", "Rev",   "Sub",  "Prov", "Misc"};

char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 0x20) : c; }

bool equal_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return to_upper(x) == to_upper(y); });
}

template <typename Words>
const std::string_view* find_word(const Words& words, std::string_view word) {
  const auto* found = std::find_if(std::begin(words), std::end(words),
                                   [word](std::string_view w) { return equal_letters(w, word); });
  return found == std::end(words) ? nullptr : found;
}

class PatternMatcher {
 public:
  PatternMatcher(std::string_view pattern, std::string_view chars, bool any_case, std::string& out)
      : pattern_(pattern), chars_(chars), any_case_(any_case), out_(out) {}

  std::size_t run(std::size_t at) {
    const std::size_t written = out_.size();
    at_ = at;
    std::size_t p = 0;
    if (sequence(p)) return at_;
    out_.resize(written);
    return 0;
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < chars_.size() ? chars_[at_ + ahead] : kOtherSign;
  }

  bool at_end_of_word() const {
    return !is_letter(peek()) && !is_digit(peek()) && peek() != kOtherLetter;
  }

  struct Mark {
    std::size_t at, written;
  };
  Mark mark() const { return {at_, out_.size()}; }
  bool back_to(Mark m) {
    at_ = m.at;
    out_.resize(m.written);
    return false;
  }

  // The place of the bracket that closes, or the bar that ends, what begins at `p`.
  std::size_t end_of_branch(std::size_t p) const {
    for (int depth = 0; p < pattern_.size(); ++p) {
      const char c = pattern_[p];
      if (c == '\\') {
        ++p;
      } else if (c == '[' || c == '{' || c == '<') {
        ++depth;
      } else if (c == ']' || c == '}' || c == '>') {
        if (depth-- == 0) return p;
      } else if (c == '|' && depth == 0) {
        return p;
      }
    }
    return p;
  }

  std::size_t end_of_group(std::size_t p) const {
    while (p < pattern_.size() && pattern_[p = end_of_branch(p)] == '|') ++p;
    return p;
  }

  // Matches up to the end of the branch; leaves `p` there.
  bool sequence(std::size_t& p) {
    while (p < pattern_.size()) {
      const char c = pattern_[p];
      if (c == ']' || c == '}' || c == '|' || c == '>') return true;
      if (c == '[' || c == '{' || c == '<') {
        if (!group(p)) return false;
      } else if (!item(p)) {
        return false;
      }
    }
    return true;
  }

  bool group(std::size_t& p) {
    const char kind = pattern_[p];
    const std::size_t end = end_of_group(p + 1);
    const Mark start = mark();
    bool matched = false;
    for (std::size_t branch = p + 1; branch <= end && !matched;
         branch = end_of_branch(branch) + 1) {
      std::size_t q = branch;
      matched = sequence(q) || back_to(start);
    }
    if (kind == '<') out_.resize(start.written);
    p = end + 1;
    return matched || kind == '[';
  }

  bool item(std::size_t& p) {
    const char c = pattern_[p++];
    switch (c) {
      case '#':
        return number(1, 6);
      case '+':
        return number(3, 6);
      case '2':
      case '4':
      case '5':
        return number(static_cast<std::size_t>(c - '0'), static_cast<std::size_t>(c - '0'));
      case '~':
        return year();
      case '^':
        return roman();
      case '%':
        return session();
      case '=':
        return old_number();
      case '&':
        return part();
      case '@':
        return word();
      case '$':
        return path();
      case '*':
        return suffixes();
      case ' ':
        if (peek() == ' ') ++at_;
        return true;
      case '\\':
        return literal(pattern_[p++]);
      default:
        return literal(c);
    }
  }

  bool literal(char c) {
    const char seen = peek();
    const bool fold = any_case_ || is_lower(c);
    if (seen != c && !(fold && is_letter(c) && to_upper(seen) == to_upper(c))) return false;
    out_ += c;
    ++at_;
    return true;
  }

  // Scans have l, and before a digit I, for 1: "A/RES/7l/12".
  char digit_at(std::size_t ahead) const {
    const char c = peek(ahead);
    const bool one = (c == 'l' && ahead > 0) || (c == 'I' && ahead == 0);
    if (!one) return c;
    const char beside = c == 'l' ? peek(ahead - 1) : peek(1);
    return is_digit(beside) ? '1' : c;
  }

  bool number(std::size_t least, std::size_t most) {
    std::string digits;
    while (digits.size() <= most && is_digit(digit_at(digits.size())))
      digits += digit_at(digits.size());
    if (digits.size() < least || digits.size() > most) return false;
    out_ += digits;
    at_ += digits.size();
    return true;
  }

  // Old scans have l for 1 and O for 0.
  bool year() {
    std::string digits;
    for (std::size_t i = 0; i < 4; ++i) {
      char c = peek(i);
      if (c == 'l' || c == 'I') c = '1';
      if (c == 'O' || c == 'o') c = '0';
      if (!is_digit(c)) return false;
      digits += c;
    }
    if (is_digit(peek(4))) return false;
    const int value = std::stoi(digits);
    if (value < kFirstOfSymbols || value > kLastOfSymbols) return false;
    out_ += digits;
    at_ += 4;
    return true;
  }

  bool roman() {
    std::string numeral;
    while (numeral.size() <= 10 && is_letter(peek(numeral.size()))) {
      const char c = peek(numeral.size());
      numeral += any_case_ ? to_upper(c) : c;
    }
    if (roman_value(numeral) == 0) return false;
    out_ += numeral;
    at_ += numeral.size();
    return true;
  }

  bool session() {
    const Mark start = mark();
    if (!number(2, 2)) return false;
    return out_[start.written] >= '3' && out_.compare(start.written, 2, "30") != 0 ? true
                                                                                   : back_to(start);
  }

  // 1514(XV), 3201 (S-VI), 217 A (III), 217 (III) A -> 1514(XV), 3201(S-VI), 217(III)A
  bool old_number() {
    const Mark start = mark();
    if (!number(1, 4)) return false;
    std::string letters = old_part();
    if (peek() == ' ') ++at_;
    if (!literal('(')) return back_to(start);
    if (equal_letters(chars_.substr(at_, 3), "ES-")) {
      out_ += "ES-";
      at_ += 3;
    } else if (equal_letters(chars_.substr(at_, 2), "S-")) {
      out_ += "S-";
      at_ += 2;
    }
    if (!roman() || !literal(')')) return back_to(start);
    if (letters.empty()) letters = old_part();
    out_ += letters;
    return true;
  }

  // " A", "A", "/A", "[A]", " A-B": the letters of a part, read only where a bracket or the word's
  // end follows.
  std::string old_part() {
    const Mark start = mark();
    const char open = peek();
    if (open == ' ' || open == '/' || open == '[') ++at_;
    if (open == ' ' && peek() == '[') ++at_;
    std::string letters;
    if (is_upper(peek()) && (!is_letter(peek(1)) && !is_digit(peek(1)))) {
      letters += peek();
      ++at_;
      if (peek() == '-' && is_upper(peek(1)) && !is_letter(peek(2)) && !is_digit(peek(2))) {
        letters += {'-', peek(1)};
        at_ += 2;
      }
      if (peek() == ']') ++at_;
    }
    const bool goes_on = peek() == '/' || (peek() == '.' && is_letter(peek(1)));
    const bool fits = !letters.empty() && at_end_of_word() && !goes_on;
    if (fits && (open != ' ' || ends_a_part(letters))) return letters;
    back_to(start);
    return {};
  }

  // "46/36 L of 6 December" is a part, "71/12 A number of States" and "71/12 I welcome" are not.
  bool ends_a_part(std::string_view letters) const {
    if (peek() != ' ' || peek(1) == '(') return true;
    if (letters == "I") return false;
    constexpr std::string_view kNext[] = {" of ", " and ", " to ", " or ", " du ",
                                          " et ", " de ",  " y ",  " on "};
    return letters.size() > 1 ||
           std::any_of(std::begin(kNext), std::end(kNext), [this](std::string_view next) {
             return chars_.substr(at_, next.size()) == next;
           });
  }

  bool part() {
    out_ += old_part();
    return at_end_of_word();
  }

  std::string_view letters_ahead() const {
    std::size_t size = 0;
    while (size <= kLongestWord && is_letter(peek(size))) ++size;
    return chars_.substr(at_, size);
  }

  // A word in capitals, or one of those that are printed in mixed case.
  bool word() {
    const std::string_view letters = letters_ahead();
    if (letters.empty() || letters.size() > kLongestWord) return false;
    const bool capitals = std::all_of(letters.begin(), letters.end(), is_upper);
    const std::string_view* mixed = find_word(kMixedWords, letters);
    const bool dotted = at_ + letters.size() < chars_.size() && chars_[at_ + letters.size()] == '.';
    if (mixed != nullptr && *mixed == "Res" && !dotted) mixed = nullptr;
    if (!capitals && mixed == nullptr && !any_case_) return false;
    if (mixed != nullptr) {
      out_ += *mixed;
    } else {
      std::transform(letters.begin(), letters.end(), std::back_inserter(out_), to_upper);
    }
    at_ += letters.size();
    return true;
  }

  // ".1", ". 1", ".l", ".III", ".B" after a word; true also when there is no dot.
  bool dotted_number(std::string_view written, bool& numbered) {
    if (peek() != '.') return true;
    const Mark start = mark();
    out_ += '.';
    ++at_;
    const bool known = find_word(kNumberedWords, written) != nullptr;
    if (known && peek() == ' ') ++at_;
    if (is_digit(peek())) return (numbered = number(1, 6)) || back_to(start);
    const char next = peek();
    const bool one_letter = is_letter(next) && !is_letter(peek(1)) && !is_digit(peek(1));
    if (one_letter && (known || written.size() == 1) && (next == 'l' || (known && next == 'I'))) {
      out_ += '1';
      ++at_;
      return numbered = true;
    }
    if (roman() || (one_letter && is_upper(next) && literal(next))) return numbered = true;
    back_to(start);  // a full stop
    return true;
  }

  // What may follow a word within its segment: .7643, -10, 285, (54).
  bool segment_tail(std::string_view written, bool& numbered) {
    if (peek() == '(') {
      const Mark start = mark();
      literal('(');
      if ((number(1, 4) || roman()) && literal(')')) return numbered = true;
      back_to(start);
      return true;
    }
    if (peek() == '-' && is_digit(peek(1))) literal('-');
    if (is_digit(peek())) return numbered = number(1, 6);
    return dotted_number(written, numbered);
  }

  bool segment(bool& numbered) {
    numbered = false;
    if (is_digit(peek())) {
      if (!number(1, 6)) return false;
      if (peek() == '-' && is_digit(peek(1)) && !is_digit(peek(3))) {
        literal('-');
        number(1, 2);
      } else if (is_upper(peek()) && !is_letter(peek(1)) && !is_digit(peek(1))) {
        literal(peek());
      }
      return (numbered = at_end_of_word());
    }
    const std::size_t from = out_.size();
    return word() && segment_tail(std::string(out_, from), numbered) && at_end_of_word();
  }

  // "/C.3/71/L.9": as far as it ends in a number; one short number alone is no path.
  bool path() {
    const Mark start = mark();
    Mark good = start;
    for (std::size_t segments = 0; segments < kMostSegments && peek() == '/'; ++segments) {
      const Mark before = mark();
      bool numbered = false;
      if (!literal('/') || !segment(numbered)) {
        back_to(before);
        break;
      }
      const bool short_number = segments == 0 && out_.size() - before.written <= 3;
      if (numbered && !short_number) good = mark();
    }
    if (good.at == start.at) return back_to(start);
    // Everything up to `good` was written before what came after it.
    back_to(good);
    return true;
  }

  // "/Rev.1", " Rev. 1", "/Summary": one of them.
  bool suffix_word() {
    const Mark start = mark();
    const char lead = peek();
    if (lead != '/' && lead != ' ') return false;
    ++at_;
    if (lead == '/' && peek() == ' ') ++at_;
    out_ += '/';
    const std::size_t from = out_.size();
    const std::string_view* mixed = find_word(kMixedWords, letters_ahead());
    if (mixed == nullptr || *mixed == "Res" || !word()) return back_to(start);
    bool numbered = false;
    const std::string written(out_, from);
    if (peek() == ' ' && is_digit(peek(1)) && lead == '/') {
      ++at_;
      out_ += '.';
      numbered = number(1, 3);
    } else if (peek() == '.') {
      dotted_number(written, numbered);
    } else if (lead == '/' && is_digit(peek())) {
      out_ += '.';
      numbered = number(1, 3);
    }
    const bool alone =
        lead == '/' && (written == "Summary" || written == "Annex" || written == "Excerpt");
    return (numbered || alone) && at_end_of_word() ? true : back_to(start);
  }

  // "(Resumption 1)", "(Vol. II)", "(Part I)", "(Sect. 3)"
  bool suffix_bracket() {
    constexpr std::string_view kWords[] = {"Resumption", "Vol", "Part", "Sect", "Supp", "Prov"};
    const Mark start = mark();
    if (peek() == ' ') ++at_;
    if (!literal('(')) return back_to(start);
    const std::string_view* known = find_word(kWords, letters_ahead());
    if (known == nullptr) return back_to(start);
    out_ += *known;
    at_ += known->size();
    if (peek() == '.') literal('.');
    if (peek() == ' ') ++at_;
    if (!number(1, 3)) roman();
    return literal(')') || back_to(start);
  }

  bool suffixes() {
    while (suffix_word() || suffix_bracket()) {
    }
    return true;
  }

  std::string_view pattern_, chars_;
  bool any_case_;
  std::string& out_;
  std::size_t at_ = 0;
};

}  // namespace

std::size_t match_symbol(std::string_view pattern, std::string_view chars, std::size_t at,
                         bool any_case, std::string& out) {
  return PatternMatcher(pattern, chars, any_case, out).run(at);
}

std::string roman_numeral(int value) {
  struct Step {
    int value;
    const char* letters;
  };
  constexpr Step kSteps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                             {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                             {5, "V"},    {4, "IV"},   {1, "I"}};
  std::string numeral;
  for (const Step& step : kSteps) {
    for (; value >= step.value; value -= step.value) numeral += step.letters;
  }
  return numeral;
}

int roman_value(std::string_view numeral) {
  constexpr std::string_view kLetters = "IVXLCDM";
  constexpr int kValues[] = {1, 5, 10, 50, 100, 500, 1000};
  if (numeral.empty() || numeral.size() > 10) return 0;
  int value = 0, last = 1000;
  for (const char c : numeral) {
    const std::size_t letter = kLetters.find(c);
    if (letter == std::string_view::npos) return 0;
    const int digit = kValues[letter];
    value += digit > last ? digit - 2 * last : digit;
    last = digit;
  }
  return roman_numeral(value) == numeral ? value : 0;
}

}  // namespace dragoman
