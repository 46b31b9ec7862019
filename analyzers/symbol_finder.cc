#include "symbol_finder.h"

#include <algorithm>
#include <array>

#include "ascii.h"
#include "citations.h"
#include "symbol_family.h"
#include "symbol_pattern.h"
#include "symbol_series.h"
#include "symbol_text.h"
#include "utf8.h"

namespace dragoman {
namespace {

constexpr std::size_t kLongestSymbol = 96;
constexpr std::size_t kLongestGlue = 110;
constexpr std::size_t kMostFilled = 10000;  // members of ranges in one text

// Bytes at which a digit may begin: ASCII, Arabic-Indic, Persian, full width; and '(' for
// COMM.(DCLV).
constexpr std::array<bool, 256> kSymbolStarts = [] {
  std::array<bool, 256> starts{};
  for (int c = '0'; c <= '9'; ++c) starts[static_cast<std::size_t>(c)] = true;
  for (const int c : {0xD9, 0xDB, 0xEF, static_cast<int>('(')})
    starts[static_cast<std::size_t>(c)] = true;
  return starts;
}();

bool is_start(std::string_view text, std::size_t i) {
  if (is_digit(text[i])) return true;
  if (text[i] == '(') return i > 0 && text[i - 1] == '.';
  return is_digit(symbol_char(code_point_at(text, i)));
}

std::size_t next_start(std::string_view text, std::size_t i) {
  for (; i < text.size(); ++i) {
    if (kSymbolStarts[static_cast<unsigned char>(text[i])] && is_start(text, i)) return i;
  }
  return i;
}

std::size_t end_of_digits(std::string_view text, std::size_t i) {
  while (i < text.size()) {
    std::size_t next = i;
    if (!is_digit(symbol_char(next_code_point(text, next)))) break;
    i = next;
  }
  return i;
}

// Behind a symbol: no letter, no digit, and no slash before another number.
bool ends_symbol(std::string_view chars, std::size_t end) {
  const char next = end < chars.size() ? chars[end] : kOtherSign;
  if (is_letter(next) || is_digit(next) || next == kOtherLetter) return false;
  return next != '/' || end + 1 >= chars.size() || !is_digit(chars[end + 1]);
}

// A number before "/CFSP", "UNTS" or "/CP." may begin a symbol.
bool may_begin_with(std::string_view text, std::size_t number) {
  std::size_t end = end_of_digits(text, number);
  if (end >= text.size()) return false;
  constexpr std::string_view kTreatySeries = "ULI";  // UNTS, LNTS, ILM
  const std::size_t word = text[end] == ' ' ? end + 1 : end;
  if (word < text.size() && kTreatySeries.find(text[word]) != std::string_view::npos) return true;
  if (text[end] == ' ') return false;
  if (text[end] != '/')
    return end - number == 5 && std::string_view("RLD").find(text[end]) != std::string_view::npos;
  if (++end < text.size() && text[end] == 'C') return true;
  end = end_of_digits(text, end);
  return end < text.size() && text[end] == '/';
}

// How far to read for a symbol whose first digit is at `i`: up to a blank before an ordinary word.
std::size_t stretch_end(std::string_view text, std::size_t i) {
  const std::size_t most = std::min(text.size(), i + kLongestSymbol);
  constexpr std::string_view kInside = "fd";  // "66 final", "Doc. 233"
  for (++i; i + 1 < most; ++i) {
    const bool word_behind =
        text[i] == ' ' && text[i + 1] >= 'a' && text[i + 1] <= 'z' && text[i - 1] != '/';
    if (word_behind && kInside.find(text[i + 1]) == std::string_view::npos) break;
  }
  constexpr std::size_t kWord = 8;  // enough to see " and "
  return std::min(most, i + kWord);
}

// What the last citation said, for the members of a list that follow it.
struct Cited {
  CitedAs as;
  NumberForm form = NumberForm::kNone;
  std::size_t end = 0;
  int number = 0;   // 242
  int members = 1;  // of the list so far
};

Cited cited_by_symbol(std::string_view symbol, std::size_t end) {
  struct Series {
    std::string_view prefix;
    CitedBody body;
    CitedAct act;
    NumberForm form;
  };
  constexpr Series kSeries[] = {
      {"A/RES/", CitedBody::kGeneralAssembly, CitedAct::kResolution, NumberForm::kPair},
      {"S/RES/", CitedBody::kSecurityCouncil, CitedAct::kResolution, NumberForm::kYear},
      {"E/RES/", CitedBody::kEcosoc, CitedAct::kResolution, NumberForm::kPair},
      {"A/HRC/RES/", CitedBody::kHumanRightsCouncil, CitedAct::kResolution, NumberForm::kPair},
      {"A/DEC/", CitedBody::kGeneralAssembly, CitedAct::kDecision, NumberForm::kPair},
  };
  for (const Series& s : kSeries) {
    if (symbol.starts_with(s.prefix)) return {{s.body, s.act}, s.form, end};
  }
  return {};
}

class SymbolScanner {
 public:
  SymbolScanner(std::string_view text, bool in_query)
      : text_(text), in_query_(in_query), citing_(text) {}

  std::vector<SymbolMention> run() {
    for (std::size_t i = next_start(text_, 0); i < text_.size(); i = next_start(text_, i)) {
      std::size_t end = printed(i);
      if (end == 0) end = cited(i);
      i = std::max(end, std::max(i + 1, end_of_digits(text_, i)));
    }
    return std::move(mentions_);
  }

  // The end of the name of a body that stands behind the last citation: "… du Conseil de sécurité".
  std::size_t body_end() const { return body_end_; }

  // Whether the last mention is a whole number with its year or session, and nobody is named whose it is.
  bool last_is_bare() const {
    return last_.as.body == CitedBody::kNone && last_.form != NumberForm::kNone &&
           last_.form != NumberForm::kPlain;
  }

 private:
  struct Match {
    std::string symbol;
    SeriesNeeds needs = SeriesNeeds::kNothing;
    std::size_t begin = 0, end = 0;  // in the stretch
  };

  // A symbol as it is printed, that has its first digit at `i`. Returns its end, or 0.
  std::size_t printed(std::size_t i) {
    // Places before the last digit that was looked at were tried then.
    const std::size_t begin =
        in_query_ ? std::size_t{0} : std::max({symbol_run_begin(text_, i), floor_, tried_});
    tried_ = i;
    const bool letters = std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                     text_.begin() + static_cast<std::ptrdiff_t>(i), [](char c) {
                                       return is_letter(c) || static_cast<signed char>(c) < 0;
                                     });
    if (!letters && !may_begin_with(text_, i)) return 0;
    stretch_.read(text_, begin, in_query_ ? text_.size() : stretch_end(text_, i));
    const std::size_t first_digit = stretch_.index_of(i);
    for (std::size_t at = 0; at <= first_digit && at < stretch_.chars().size(); ++at) {
      if (!may_start(at, first_digit)) continue;
      Match match = longest_at(at);
      if (match.end > first_digit && accept(match)) return floor_;
    }
    return 0;
  }

  bool may_start(std::size_t at, std::size_t first_digit) const {
    const std::string_view chars = stretch_.chars();
    if (!is_letter(chars[at]) && !(at == first_digit && is_digit(chars[at]))) return false;
    if (at > 0)
      return !is_letter(chars[at - 1]) && !is_digit(chars[at - 1]) && chars[at - 1] != kOtherLetter;
    std::size_t before = stretch_.begin_of(0);
    if (before == 0) return true;
    const char c = symbol_char(previous_code_point(text_, before));
    return !is_letter(c) && !is_digit(c) && c != kOtherLetter;
  }

  Match longest_at(std::size_t at) {
    const std::string_view chars = stretch_.chars();
    const char first = static_cast<char>(is_letter(chars[at]) ? chars[at] & ~0x20 : chars[at]);
    Match best;
    std::string symbol;
    for (const SymbolSeries& series : series_from(first)) {
      symbol.clear();
      const std::size_t end =
          match_symbol(series.pattern, chars, at, series.any_case || in_query_, symbol);
      if (end <= best.end || !ends_symbol(chars, end)) continue;
      best = {symbol, series.needs, at, end};
    }
    return best;
  }

  bool accept(Match& match) {
    std::size_t begin = stretch_.begin_of(match.begin);
    switch (match.needs) {
      case SeriesNeeds::kNothing:
        break;
      case SeriesNeeds::kHealthAssembly:
        if (!in_query_ && !citing_.names_health_organization()) return false;
        break;
      case SeriesNeeds::kCaseWord:
        if (!in_query_ && !case_word_before(text_, begin)) return false;
        break;
      case SeriesNeeds::kResolutionWord:
        if (!complete_special(match, begin)) return false;
        break;
    }
    settle_spelling(match.symbol);
    const std::size_t end = stretch_.end_of(match.end - 1);
    add(match.symbol, begin, end);
    last_ = cited_by_symbol(match.symbol, end);
    if (match.needs != SeriesNeeds::kCaseWord) add_family(match.symbol, end);
    return true;
  }

  // "resolution ES-10/19", "Human Rights Council resolution S-17/1", and those that follow in a
  // list.
  bool complete_special(Match& match, std::size_t& begin) const {
    const WordsBefore words = cited_words_before(text_, begin, in_query_);
    CitedAs as{words.body, words.act};
    if (words.act == CitedAct::kNone) {
      if (glue_from_last(begin) == Glue::kNone) return false;
      as = last_.as;
    } else {
      begin = std::max(words.begin, floor_);
    }
    if (as.body == CitedBody::kOther || as.act == CitedAct::kUnionAct) return false;
    const bool of_council =
        as.body == CitedBody::kHumanRightsCouncil || as.body == CitedBody::kCouncil;
    match.symbol.insert(0, as.act == CitedAct::kDecision ? "DEC/" : "RES/")
        .insert(0, of_council ? "A/HRC/" : "A/");
    return true;
  }

  Glue glue_from_last(std::size_t at) const {
    if (last_.end == 0 || at < last_.end || at - last_.end > kLongestGlue) return Glue::kNone;
    return glue_between(text_.substr(last_.end, at - last_.end));
  }

  // A number with words beside it. Returns its end, or 0.
  std::size_t cited(std::size_t i) {
    if (text_[i] == '(' || !may_be_cited(i)) return 0;
    const WordsBefore words = cited_words_before(text_, i, in_query_);
    const Glue glue = words.act == CitedAct::kNone ? glue_from_last(i) : Glue::kNone;
    const std::size_t digits_end = end_of_digits(text_, i);
    const bool bracket = bracket_behind(digits_end);
    const bool said =
        words.act != CitedAct::kNone || words.ordinal || words.body != CitedBody::kNone;
    if (!said && glue == Glue::kNone && !bracket) return 0;
    const CitedNumber number = read_number(text_, i, in_query_);
    if (number.form == NumberForm::kNone) return 0;
    if (words.act == CitedAct::kUnionAct) return union_act(words, number);
    Reading reading{words, glue, number, {}, number.end};
    if (!read_words(reading)) return 0;
    if (i > 0 && text_[i - 1] == '(' && text_.substr(reading.end).starts_with(')'))
      ++reading.end;  // resolution (2216)
    const std::string symbol = cited_symbol(number, reading.as, citing_);
    if (symbol.empty()) return 0;
    const bool with_words =
        words.act != CitedAct::kNone || words.ordinal || words.body_suffices || in_query_;
    const std::size_t begin = with_words ? std::max(words.begin, floor_) : i;
    const bool range = glue_from_last(begin) == Glue::kRange;
    add(symbol, begin, reading.end);
    if (range) fill_range();
    if (number.form == NumberForm::kPlain && symbol.starts_with("S/RES/"))
      reading.as.body = CitedBody::kSecurityCouncil;
    last_ = {reading.as, number.form, reading.end, number.first,
             glue == Glue::kNone ? 1 : last_.members + 1};
    return reading.end;
  }

  // "2334 (2016)", "217 A (III)": within a few bytes a bracket with a year or Roman numeral.
  bool bracket_behind(std::size_t at) const {
    const std::string_view near = text_.substr(at, 8);
    const std::size_t bracket = near.find_first_of("(\xEF");
    if (bracket == std::string_view::npos) return false;
    const char inside = at + bracket + 1 < text_.size() ? text_[at + bracket + 1] : ' ';
    return static_cast<signed char>(inside) < 0 ||
           std::string_view("0123456789IVXSEl").find(inside) != std::string_view::npos;
  }

  // Not a part of a larger number, nor an amount of money.
  bool may_be_cited(std::size_t i) const {
    if (i == 0) return true;
    std::size_t before = i;
    const char c = symbol_char(previous_code_point(text_, before));
    if (c == '/' || c == '$' || is_digit(c) || (is_letter(c) && !is_upper(c) && !in_query_))
      return false;
    const char then = before > 0 ? symbol_char(previous_code_point(text_, before)) : kOtherSign;
    return !((c == '.' || c == ',') && is_digit(then));
  }

  struct Reading {
    const WordsBefore& words;
    Glue glue = Glue::kNone;
    const CitedNumber& number;
    CitedAs as;
    std::size_t end = 0;
  };

  // Decides what the words make of the number. False when they make it no citation.
  bool read_words(Reading& r) {
    const bool plain = r.number.form == NumberForm::kPlain;
    r.as = {r.words.body, r.words.act, in_query_};
    if (r.words.act != CitedAct::kNone) {
      if (r.as.body == CitedBody::kNone || r.as.body == CitedBody::kUnitedNations)
        take_body_behind(r);
      return true;
    }
    if (r.words.ordinal) {
      const WordsBehind behind = words_behind(text_, r.number.end);
      r.as.act = behind.act;
      if (behind.act_end > 0) r.end = behind.act_end;
      return behind.act != CitedAct::kNone;
    }
    if (r.words.body_suffices || (in_query_ && r.words.body != CitedBody::kNone)) {
      r.as.act = CitedAct::kResolution;
      return !plain || !year_like(r.number.first);
    }
    if (r.glue != Glue::kNone) return follow_list(r);
    r.as = {CitedBody::kNone, CitedAct::kResolution, in_query_};
    return !r.words.counted && speaks_for_itself(r.number);  // not "Law No. 1267 (1999)"
  }

  static bool year_like(int number) { return number >= 1900 && number <= 2040; }

  void take_body_behind(Reading& r) {
    const WordsBehind behind = words_behind(text_, r.number.end);
    r.as.year = behind.year;
    if (behind.body == CitedBody::kNone) return;
    r.as.body = behind.body;
    body_end_ = behind.end;
  }

  bool follow_list(Reading& r) {
    constexpr int kLeastPlain = 100;
    r.as = last_.as;
    if (r.number.form == NumberForm::kPlain) {
      const bool council = last_.as.body == CitedBody::kSecurityCouncil ||
                           last_.form == NumberForm::kPlain || last_.form == NumberForm::kYear;
      if (!council || r.glue == Glue::kDates || r.number.first < kLeastPlain) return false;
      // "242, 338 and 2011" may be a year; "1803, 1835, 1929" goes on as it began.
      return !year_like(r.number.first) || (last_.form == NumberForm::kPlain && last_.members > 1 &&
                                            r.number.first > last_.number);
    }
    if (r.number.form != last_.form) r.as.body = CitedBody::kNone;
    if (r.number.form != NumberForm::kPair) r.as.act = CitedAct::kResolution;
    const WordsBehind behind = words_behind(text_, r.number.end);
    if (behind.act_end > 0) r.end = behind.act_end;  // 和第2253(2015)号决议
    return r.number.form != NumberForm::kPair || r.number.first >= 2;
  }

  std::size_t union_act(const WordsBefore& words, const CitedNumber& number) {
    if (number.form != NumberForm::kPair) return 0;
    std::string body;
    for (const char c : words.union_act) body += static_cast<char>(c & ~0x20);
    std::string symbol = "/" + body;
    settle_spelling(symbol);
    const bool year_first = number.first > 1950 && number.first < 2100;
    symbol = "(" + symbol.substr(1) + ")" + (year_first ? "" : "No") + number.text;
    add(symbol, std::max(words.begin, floor_), number.end);
    last_ = {};
    return number.end;
  }

  // Old scans have "[resolution 32/197J" for "[resolution 32/197]".
  bool is_spoiled_bracket(std::string_view symbol, std::size_t begin, std::size_t end) const {
    return begin > 0 && text_[begin - 1] == '[' && symbol.ends_with('J') &&
           !text_.substr(end).starts_with(']');
  }

  void add(std::string symbol, std::size_t begin, std::size_t end) {
    if (is_spoiled_bracket(symbol, begin, end)) {
      symbol.pop_back();
      --end;
    }
    mentions_.push_back(
        {symbol, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    floor_ = end;
  }

  // The last two mentions are the ends of a range: puts in what lies between them.
  void fill_range() {
    const std::size_t count = mentions_.size();
    if (count < 2) return;
    const SymbolMention first = mentions_[count - 2], last = mentions_[count - 1];
    const std::vector<std::string> all = symbols_between(first.symbol, last.symbol);
    if (all.empty() || filled_ + all.size() > kMostFilled) return;
    filled_ += all.size();
    mentions_.resize(count - 2);
    for (const std::string& symbol : all)
      mentions_.push_back({symbol, {first.span.begin, last.span.end}});
  }

  // "A/71/254 and Add.1", "A/RES/71/9 to A/RES/71/19".
  void add_family(const std::string& symbol, std::size_t end) {
    if (mentions_.size() >= 2) {
      const Span before = mentions_[mentions_.size() - 2].span;
      const Span here = mentions_.back().span;
      const bool near = here.begin > before.end && here.begin - before.end < 16;
      if (near && glue_between(text_.substr(before.end, here.begin - before.end)) == Glue::kRange)
        fill_range();
    }
    SymbolText behind;
    behind.read(text_, end, end + kLongestSymbol / 2);
    for (const FamilyMember& member : family_behind(symbol, behind.chars())) {
      add(member.symbol, behind.begin_of(member.begin), behind.end_of(member.end - 1));
    }
  }

  std::string_view text_;
  bool in_query_;
  CitingText citing_;
  SymbolText stretch_;
  std::vector<SymbolMention> mentions_;
  Cited last_;
  std::size_t floor_ = 0;   // the end of the last mention
  std::size_t tried_ = 0;   // no printed symbol begins before it, but those found
  std::size_t filled_ = 0;  // members of ranges so far
  std::size_t body_end_ = 0;
};

struct WholeSymbol {
  std::string canonical;
  bool bare = false;
};

// What `text` as a whole means; nothing when it is not one symbol.
WholeSymbol read_whole(std::string_view text) {
  constexpr std::size_t kLongestQuery = 200;
  constexpr std::string_view kBlanks = " \t\r\n\"'";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos || text.size() > kLongestQuery) return {};
  text = text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
  SymbolScanner scanner(text, true);
  const std::vector<SymbolMention> mentions = scanner.run();
  if (mentions.size() != 1 || mentions[0].span.begin != 0) return {};
  const std::size_t end = std::max<std::size_t>(mentions[0].span.end, scanner.body_end());
  if (end != text.size()) return {};
  return {mentions[0].symbol, scanner.last_is_bare()};
}

}  // namespace

std::vector<SymbolMention> find_symbols(std::string_view text) {
  return SymbolScanner(text, false).run();
}

std::string canonical_symbol(std::string_view text) { return read_whole(text).canonical; }

bool is_bare_citation(std::string_view text) { return read_whole(text).bare; }

}  // namespace dragoman
