#include "dragoman/analyzers/name_key.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "plain_text.h"
#include "utf8.h"

namespace dragoman {
namespace {

constexpr std::size_t kLongestName = 64;

struct Letter {
  char32_t letter;
  const char* latin;
};
constexpr Letter kLetters[] = {
    {U'а', "a"}, {U'б', "b"}, {U'в', "v"}, {U'г', "g"}, {U'ґ', "g"},  {U'д', "d"},  {U'е', "e"},
    {U'ж', "j"}, {U'з', "z"}, {U'и', "i"}, {U'й', "i"}, {U'і', "i"},  {U'ї', "i"},  {U'к', "k"},
    {U'л', "l"}, {U'м', "m"}, {U'н', "n"}, {U'о', "o"}, {U'п', "p"},  {U'р', "r"},  {U'с', "s"},
    {U'т', "t"}, {U'у', "u"}, {U'ф', "f"}, {U'х', "h"}, {U'ц', "ts"}, {U'ч', "j"},  {U'ш', "j"},
    {U'щ', "j"}, {U'ы', "i"}, {U'э', "e"}, {U'є', "e"}, {U'ю', "iu"}, {U'я', "ia"}, {U'ь', ""},
    {U'ъ', ""},  {U'ø', "o"}, {U'đ', "d"}, {U'ł', "l"}, {U'ı', "i"},  {U'ß', "ss"}, {U'æ', "e"},
};

// Longest first, so that "shch" is not "sh".
struct Digraph {
  std::string_view written, latin;
};
constexpr Digraph kDigraphs[] = {
    {"shch", "j"}, {"tsch", "j"}, {"tch", "j"}, {"sch", "j"}, {"dzh", "j"}, {"zh", "j"},
    {"sh", "j"},   {"ch", "j"},   {"dj", "j"},  {"kh", "h"},  {"gh", "g"},  {"ph", "f"},
    {"ou", "u"},   {"oo", "u"},   {"ck", "k"},  {"qu", "k"},  {"gu", "g"},  {"x", "ks"},
    {"y", "i"},    {"q", "k"},    {"w", "v"}};

std::string latin_of(std::string_view word) {
  std::string latin;
  word = word.substr(0, kLongestName);
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = plain_char(next_code_point(word, i));
    if (c >= 'a' && c <= 'z') {
      latin += static_cast<char>(c);
      continue;
    }
    const auto* known = std::find_if(std::begin(kLetters), std::end(kLetters),
                                     [c](const Letter& l) { return l.letter == c; });
    if (known != std::end(kLetters)) {
      latin += known->latin;
    } else if (c >= 0x80 && c != U'\'') {
      return {};  // another script
    }
  }
  return latin;
}

}  // namespace

std::string romanized_name(std::string_view word) {
  const std::string latin = latin_of(word);
  std::string result;
  for (std::size_t i = 0; i < latin.size();) {
    const std::string_view rest = std::string_view(latin).substr(i);
    const auto* digraph =
        std::find_if(std::begin(kDigraphs), std::end(kDigraphs),
                     [rest](const Digraph& d) { return rest.starts_with(d.written); });
    const bool found = digraph != std::end(kDigraphs);
    const std::string_view next = found ? digraph->latin : rest.substr(0, 1);
    for (const char c : next) {
      if (result.empty() || result.back() != c) result += c;
    }
    i += found ? digraph->written.size() : 1;
  }
  return result;
}

std::string name_key(std::string_view word) {
  constexpr std::string_view kFrom = "bdgcvwzq", kTo = "ptkkffsk";
  constexpr std::size_t kShort = 3;
  const std::string romanized = romanized_name(word);
  std::string key;
  for (char c : romanized) {
    if (std::string_view("aeiou").find(c) != std::string_view::npos) continue;
    if (const std::size_t at = kFrom.find(c); at != std::string_view::npos) c = kTo[at];
    if (key.empty() || key.back() != c) key += c;
  }
  const bool vowel_first =
      !romanized.empty() && std::string_view("aeiou").find(romanized[0]) != std::string_view::npos;
  return vowel_first && key.size() < kShort ? "a" + key : key;
}

bool near_names(std::string_view romanized, std::string_view other) {
  const std::size_t most = 1 + std::min(romanized.size(), other.size()) / 6;
  if (romanized.size() > kLongestName || other.size() > kLongestName) return false;
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t j = 0; j <= other.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= romanized.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t changed = diagonal + (romanized[i - 1] == other[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[other.size()] <= most;
}

}  // namespace dragoman
