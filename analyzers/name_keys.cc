#include "name_keys.h"

#include <algorithm>

#include "char_kind.h"
#include "function_words.h"
#include "utf8.h"

namespace dragoman {
namespace {

constexpr int kLettersCompared = 6;  // committee, commission
constexpr unsigned kLetterBits =
    12;  // the low bits of a code point tell letters of one script apart

constexpr std::uint64_t kCo = std::uint64_t{U'c'} << kLetterBits | U'o';

// FNV-1a's multiplier.
constexpr std::uint64_t kPrime = 1099511628211u;

}  // namespace

NameKeys name_keys(std::string_view name) {
  NameKeys words;
  for (std::size_t i = 0; i < name.size() && words.size < NameKeys::kMost;) {
    const std::size_t begin = i;
    std::size_t end = begin;
    std::uint64_t key = 0;
    int letters = 0;
    for (; i < name.size(); end = i) {
      const char32_t c = next_code_point(name, i);
      if (c == U'-' && letters == 2 && key == kCo) continue;  // Co-operation
      if (!is_letter_or_digit(kind_of(c))) break;
      if (letters++ < kLettersCompared)
        key = key << kLetterBits | (base_of(c) & ((1u << kLetterBits) - 1));
    }
    if (letters > 0 && !is_function_word(name.substr(begin, end - begin)))
      words.keys[words.size++] = key;
  }
  std::sort(words.keys.begin(), words.keys.begin() + static_cast<std::ptrdiff_t>(words.size));
  return words;
}

std::uint64_t hash_of(const NameKeys& keys) {
  std::uint64_t hash = keys.size;
  for (std::size_t i = 0; i < keys.size; ++i) hash = (hash ^ keys.keys[i]) * kPrime;
  return hash;
}

}  // namespace dragoman
