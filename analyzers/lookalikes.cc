#include "lookalikes.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "utf8.h"

namespace dragoman {
namespace {

constexpr std::pair<char32_t, char32_t> kTwins[] = {
    {U'A', U'А'}, {U'B', U'В'}, {U'C', U'С'}, {U'E', U'Е'}, {U'H', U'Н'}, {U'K', U'К'},
    {U'M', U'М'}, {U'O', U'О'}, {U'P', U'Р'}, {U'T', U'Т'}, {U'X', U'Х'}, {U'a', U'а'},
    {U'c', U'с'}, {U'e', U'е'}, {U'o', U'о'}, {U'p', U'р'}, {U'x', U'х'}, {U'y', U'у'},
};

bool is_latin(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }
bool is_cyrillic(char32_t c) { return c >= 0x400 && c <= 0x4ff; }

}  // namespace

std::optional<std::string> cyrillic_twin(std::string_view surface) {
  std::string twin;
  for (std::size_t i = 0; i < surface.size();) {
    const char32_t c = next_code_point(surface, i);
    const auto* pair =
        std::lower_bound(std::begin(kTwins), std::end(kTwins), c,
                         [](const auto& known, char32_t letter) { return known.first < letter; });
    const bool has_twin = pair != std::end(kTwins) && pair->first == c;
    if (is_latin(c) && !has_twin) return std::nullopt;
    append_utf8(twin, has_twin ? pair->second : c);
  }
  return twin;
}

bool mixes_latin_and_cyrillic(std::string_view surface) {
  bool latin = false;
  bool cyrillic = false;
  for (std::size_t i = 0; i < surface.size();) {
    const char32_t c = next_code_point(surface, i);
    latin = latin || is_latin(c);
    cyrillic = cyrillic || is_cyrillic(c);
  }
  return latin && cyrillic;
}

}  // namespace dragoman
