#include "word_edits.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace dragoman {
namespace {

constexpr std::size_t kMostLetters = 32;

struct Alphabet {
  char32_t first, last;  // the script's block
  std::u32string_view letters;
};

constexpr Alphabet kAlphabets[] = {{U'a', U'z', U"abcdefghijklmnopqrstuvwxyz"},
                                   {U'\u0400', U'\u04FF', U"абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґў"},
                                   {U'\u0621', U'\u064A', U"ءابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"}};

std::u32string code_points_of(std::string_view text) {
  std::u32string letters;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    std::int32_t c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    letters += static_cast<char32_t>(c);
  }
  return letters;
}

std::string bytes_of(const std::u32string& letters) {
  std::string text;
  for (const char32_t c : letters) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  }
  return text;
}

}  // namespace

std::vector<std::string> edits_of(std::string_view folded) {
  const std::u32string word = code_points_of(folded);
  if (word.size() < 2 || word.size() > kMostLetters) return {};
  const auto* alphabet =
      std::find_if(std::begin(kAlphabets), std::end(kAlphabets), [&word](const Alphabet& one) {
        return std::all_of(word.begin(), word.end(),
                           [&one](char32_t c) { return c >= one.first && c <= one.last; });
      });
  if (alphabet == std::end(kAlphabets)) return {};
  std::vector<std::string> edits;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    for (const char32_t letter : alphabet->letters) {
      edits.push_back(bytes_of(word.substr(0, i) + letter + word.substr(i)));
      if (i < word.size() && letter != word[i])
        edits.push_back(bytes_of(word.substr(0, i) + letter + word.substr(i + 1)));
    }
    if (i < word.size()) edits.push_back(bytes_of(word.substr(0, i) + word.substr(i + 1)));
    if (i + 1 < word.size() && word[i] != word[i + 1]) {
      std::u32string swapped = word;
      std::swap(swapped[i], swapped[i + 1]);
      edits.push_back(bytes_of(swapped));
    }
  }
  std::sort(edits.begin(), edits.end());
  edits.erase(std::unique(edits.begin(), edits.end()), edits.end());
  return edits;
}

unsigned edit_distance(std::string_view a_text, std::string_view b_text) {
  const std::u32string a = code_points_of(a_text), b = code_points_of(b_text);
  std::vector<unsigned> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<unsigned>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace dragoman
