#include "symbol_family.h"

#include <algorithm>

#include "ascii.h"
#include "symbol_finder.h"
#include "symbol_pattern.h"
#include "symbol_text.h"

namespace dragoman {
namespace {

constexpr int kMostBetween = 300;
constexpr std::size_t kMostDigits = 6;

// Spellings of other languages, of scans and of file names.
struct Spelling {
  std::string_view written, canonical;
  bool at_end;
};
constexpr Spelling kSpellings[] = {
    {"A/PES/", "A/RES/", false},    {"S/PES/", "S/RES/", false}, {"A/PE\x01/", "A/RES/", false},
    {"S/PE\x01/", "S/RES/", false}, {"S-RES-", "S/RES/", false}, {"STCE", "CETS", false},
    {"/PESC", "/CFSP", true},       {"/GASP", "/CFSP", true},    {"/UE", "/EU", true},
    {"/CEE", "/EEC", true},         {"/CE", "/EC", true},        {"/JAI", "/JHA", true},
    {"CELEX:", "", false},
};

// Words of a suffix: what stands behind one of them is another issue of the same document.
constexpr std::string_view kIssues[] = {"/Rev.",  "/Add.",   "/Corr.",   "/Amend.", "/Mod.",
                                        "/Prov.", "/Suppl.", "/Summary", "/Annex",  "/Excerpt"};
constexpr std::string_view kBrackets[] = {"(Resumption", "(Vol",  "(Part",
                                          "(Sect",       "(Supp", "(Prov"};

// The place of the running number: the last one before a year or session in brackets.
struct RunningNumber {
  std::string_view before, digits, behind;
};
RunningNumber running_number(std::string_view symbol) {
  std::size_t end = symbol.ends_with(')') ? symbol.rfind('(') : symbol.size();
  if (end == std::string_view::npos) end = symbol.size();
  std::size_t begin = end;
  while (begin > 0 && is_digit(symbol[begin - 1])) --begin;
  return {symbol.substr(0, begin), symbol.substr(begin, end - begin), symbol.substr(end)};
}

// "A/71/254/Add.1" said again with "Add.": A/71/254; with "Corr.": itself.
std::string_view family_head(std::string_view symbol, std::string_view word) {
  const std::size_t at = symbol.rfind("/" + std::string(word) + ".");
  return at == std::string_view::npos ? symbol : symbol.substr(0, at);
}

// Words and signs between the members of a family. Letters of other scripts come as kOtherLetter.
std::size_t skip_glue(std::string_view chars, std::size_t at, bool& range) {
  constexpr std::string_view kGlue[] = {", and ", " and ", ", ", " et ", " y ",   " e ",
                                        " \x01 ", " & ",   "; ", "\x02", " \x02", " \x02 "};
  constexpr std::string_view kRange[] = {"-", " - ", " to ", " \x01\x01 ", " a ", " al "};
  std::size_t longest = 0;
  for (const std::string_view glue : kGlue) {
    if (chars.substr(at).starts_with(glue) && glue.size() > longest) longest = glue.size();
  }
  for (const std::string_view glue : kRange) {
    if (!chars.substr(at).starts_with(glue) || glue.size() <= longest) continue;
    longest = glue.size();
    range = true;
  }
  return at + longest;
}

// A/RES/49/75K and A/RES/1514(XV)A are parts of a resolution.
bool names_a_part(std::string_view canonical) {
  if (canonical.size() < 2 || canonical.find("/RES/") == std::string_view::npos) return false;
  const char before = canonical[canonical.size() - 2];
  return is_upper(canonical.back()) && (is_digit(before) || before == ')');
}

}  // namespace

void settle_spelling(std::string& symbol) {
  if (symbol.find('_') != std::string::npos && symbol.find("_RES_") != std::string::npos) {
    std::replace(symbol.begin(), symbol.end(), '_', '/');
    const std::size_t year = symbol.find("/(");
    if (year != std::string::npos) symbol.erase(year, 1);
  }
  const std::size_t dotted = symbol.find("U.N.T.S.");
  if (dotted != std::string::npos) symbol.replace(dotted, 8, "UNTS");
  for (const Spelling& s : kSpellings) {
    if (s.at_end ? !symbol.ends_with(s.written) : !symbol.starts_with(s.written)) continue;
    symbol.replace(s.at_end ? symbol.size() - s.written.size() : 0, s.written.size(), s.canonical);
  }
}

std::vector<std::string> symbols_between(std::string_view first, std::string_view last) {
  const RunningNumber a = running_number(first);
  const RunningNumber b = running_number(last);
  std::vector<std::string> all;
  if (a.before != b.before || a.behind != b.behind || a.digits.empty() || b.digits.empty())
    return all;
  if (a.digits.size() > kMostDigits || b.digits.size() > kMostDigits || a.before.empty())
    return all;
  const int from = std::stoi(std::string(a.digits));
  const int to = std::stoi(std::string(b.digits));
  if (to <= from || to - from > kMostBetween) return all;
  for (int n = from; n <= to; ++n) {
    all.push_back(std::string(a.before) + std::to_string(n) + std::string(a.behind));
  }
  return all;
}

std::vector<FamilyMember> family_behind(std::string_view symbol, std::string_view chars) {
  constexpr std::string_view kWords[] = {"Add", "Corr", "Rev", "Amend"};
  constexpr std::size_t kMostMembers = 32;
  std::vector<FamilyMember> members;
  std::string current(symbol);
  std::string_view word;  // of the last member: "Add"
  for (const std::string_view w : kWords) {
    const RunningNumber number = running_number(symbol);
    if (!number.digits.empty() && number.before.ends_with("/" + std::string(w) + ".")) word = w;
  }
  for (std::size_t at = 0; members.size() < kMostMembers;) {
    bool range = false;
    const std::size_t begin = skip_glue(chars, at, range);
    if (begin == at) break;
    std::string number;
    std::size_t end = 0;
    for (const std::string_view w : kWords) {
      std::string written;
      end = match_symbol(std::string(w) + ". #", chars, begin, false, written);
      if (end == 0) continue;
      word = w;
      number = written.substr(w.size() + 1);
      break;
    }
    if (end == 0 && !word.empty()) end = match_symbol("#", chars, begin, false, number);
    const bool letter_behind =
        end < chars.size() && (chars[end] == kOtherLetter || (chars[end] | 0x20) >= 'a');
    if (end == 0 || number.size() > 3 || letter_behind) break;
    const std::string next =
        std::string(family_head(symbol, word)) + "/" + std::string(word) + "." + number;
    if (range) {
      for (std::string& between : symbols_between(current, next)) {
        if (between != current && between != next)
          members.push_back({std::move(between), begin, end});
      }
    }
    members.push_back({next, begin, end});
    current = next;
    at = end;
  }
  return members;
}

std::string base_symbol(std::string_view canonical) {
  std::size_t end = canonical.size();
  for (const std::string_view issue : kIssues) end = std::min(end, canonical.find(issue));
  for (const std::string_view bracket : kBrackets) end = std::min(end, canonical.find(bracket));
  if (canonical.starts_with("S/RES/")) end = std::min(end, canonical.find('('));
  if (names_a_part(canonical)) end = std::min(end, canonical.size() - 1);
  return std::string(canonical.substr(0, end));
}

}  // namespace dragoman
