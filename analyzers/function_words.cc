#include "function_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "char_kind.h"
#include "utf8.h"

namespace dragoman {
namespace {

// A short word's bytes as a number, so that a look-up compares numbers.
using PackedWord = std::uint64_t;

constexpr PackedWord packed(std::string_view word) {
  PackedWord bytes = 0;
  for (const char c : word) bytes = bytes << 8u | static_cast<unsigned char>(c);
  return bytes;
}

// Without accents, since words are compared without them.
constexpr std::string_view kWords[] = {
    // English
    "a", "an", "the", "of", "and", "for", "in", "on", "to", "at", "by", "with", "from", "as", "or",
    "its", "under", "into", "via", "within", "between", "among", "against", "through", "upon",
    // French
    "de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "au", "aux", "pour", "par", "sur",
    "dans", "avec", "sans", "entre", "contre", "sous", "vers", "un", "une", "ou", "qu", "que",
    "chez",
    // Spanish
    "del", "el", "los", "las", "y", "e", "o", "u", "para", "por", "con", "sin", "sobre", "al",
    "contra", "desde", "hasta", "lo", "su", "sus", "una",
    // Portuguese, Italian
    "da", "do", "das", "dos", "em", "no", "na", "nos", "nas", "ao", "aos", "com", "sem", "di",
    "della", "dei", "delle", "degli", "per", "il", "gli", "nel", "nella", "sul",
    // German
    "der", "die", "dem", "den", "und", "fur", "im", "von", "vom", "zu", "zur", "zum", "mit", "auf",
    "am", "uber", "bei",
    // Russian, Ukrainian
    "и", "в", "во", "на", "по", "о", "об", "с", "со", "к", "ко", "от", "из", "за", "для", "при",
    "до", "у", "а", "без", "под", "над", "та", "і", "з"};

constexpr std::size_t kLongest = sizeof(PackedWord);

constexpr auto sorted_words() {
  std::array<PackedWord, std::size(kWords)> words{};
  for (std::size_t i = 0; i < std::size(kWords); ++i) words[i] = packed(kWords[i]);
  std::sort(words.begin(), words.end());
  return words;
}

constexpr auto kSorted = sorted_words();

}  // namespace

bool is_function_word(std::string_view word) {
  if (word.size() > kLongest + 1) return false;
  char bytes[U8_MAX_LENGTH * (kLongest + 1)];
  std::int32_t length = 0;
  for (std::size_t i = 0; i < word.size();) {
    const auto c = static_cast<UChar32>(base_of(next_code_point(word, i)));
    U8_APPEND_UNSAFE(bytes, length, c);
  }
  const std::string_view folded(bytes, static_cast<std::size_t>(length));
  return folded.size() <= kLongest &&
         std::binary_search(kSorted.begin(), kSorted.end(), packed(folded));
}

}  // namespace dragoman
