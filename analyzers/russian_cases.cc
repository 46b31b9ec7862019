#include "russian_cases.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace dragoman {
namespace {

constexpr std::size_t kCases =
    6;  // nominative, genitive, dative, accusative, instrumental, prepositional
constexpr std::size_t kLetterBytes = 2;

struct Ending {
  std::string_view nominative;
  std::size_t cut;  // letters that go
  std::array<std::string_view, kCases - 1> others;
};

// The first that fits is taken. Endings that begin with * fit after any consonant.
constexpr Ending kEndings[] = {
    {"ский", 2, {"ого", "ому", "ого", "им", "ом"}}, {"цкий", 2, {"ого", "ому", "ого", "им", "ом"}},
    {"ий", 2, {"ия", "ию", "ия", "ием", "ии"}},     {"й", 1, {"я", "ю", "я", "ем", "е"}},
    {"ь", 1, {"я", "ю", "я", "ем", "е"}},           {"ия", 2, {"ии", "ии", "ию", "ией", "ии"}},
    {"я", 1, {"и", "е", "ю", "ей", "е"}},           {"ова", 1, {"ой", "ой", "у", "ой", "ой"}},
    {"ева", 1, {"ой", "ой", "у", "ой", "ой"}},      {"га", 1, {"и", "е", "у", "ой", "е"}},
    {"ка", 1, {"и", "е", "у", "ой", "е"}},          {"ха", 1, {"и", "е", "у", "ой", "е"}},
    {"жа", 1, {"и", "е", "у", "ей", "е"}},          {"ча", 1, {"и", "е", "у", "ей", "е"}},
    {"ша", 1, {"и", "е", "у", "ей", "е"}},          {"а", 1, {"ы", "е", "у", "ой", "е"}},
    {"ов", 0, {"а", "у", "а", "ым", "е"}},          {"ев", 0, {"а", "у", "а", "ым", "е"}},
    {"ин", 0, {"а", "у", "а", "ым", "е"}},          {"ж", 0, {"а", "у", "а", "ем", "е"}},
    {"ш", 0, {"а", "у", "а", "ем", "е"}},           {"ч", 0, {"а", "у", "а", "ем", "е"}},
    {"ц", 0, {"а", "у", "а", "ем", "е"}},           {"*", 0, {"а", "у", "а", "ом", "е"}},
};

bool ends_in_consonant(std::string_view word) {
  constexpr std::string_view kConsonants = "бвгджзклмнпрстфхцчшщ";
  if (word.size() < kLetterBytes) return false;
  const std::string_view last = word.substr(word.size() - kLetterBytes);
  for (std::size_t i = 0; i < kConsonants.size(); i += kLetterBytes) {
    if (kConsonants.substr(i, kLetterBytes) == last) return true;
  }
  return false;
}

std::array<std::string, kCases> declined(const std::string& word) {
  std::array<std::string, kCases> forms;
  forms.fill(word);
  const auto* ending =
      std::find_if(std::begin(kEndings), std::end(kEndings), [&word](const Ending& e) {
        return e.nominative == "*"
                   ? ends_in_consonant(word)
                   : word.size() > e.nominative.size() && word.ends_with(e.nominative);
      });
  if (ending == std::end(kEndings)) return forms;
  const std::string stem = word.substr(0, word.size() - ending->cut * kLetterBytes);
  for (std::size_t c = 1; c < kCases; ++c) forms[c] = stem + std::string(ending->others[c - 1]);
  return forms;
}

}  // namespace

std::vector<std::vector<std::string>> russian_forms(const std::vector<std::string>& words) {
  std::vector<std::array<std::string, kCases>> each;
  for (const std::string& word : words) each.push_back(declined(word));
  std::vector<std::vector<std::string>> forms = {words};
  const auto add = [&](std::size_t c, std::size_t first, std::size_t last) {
    std::vector<std::string> form = words;
    for (std::size_t w = first; w <= last; ++w) form[w] = each[w][c];
    if (std::find(forms.begin(), forms.end(), form) == forms.end())
      forms.push_back(std::move(form));
  };
  const std::size_t last = words.size() - 1;
  for (std::size_t c = 1; c < kCases; ++c) {
    add(c, 0, last);
    add(c, 0, 0);
    add(c, last, last);
  }
  // Мин and Пан decline like nouns, not like Путин.
  for (std::vector<std::string> form : std::vector(forms)) {
    for (std::string& word : form) {
      if (word.ends_with("иным"))
        word.replace(word.size() - 2 * kLetterBytes, 2 * kLetterBytes, "ом");
    }
    if (std::find(forms.begin(), forms.end(), form) == forms.end())
      forms.push_back(std::move(form));
  }
  return forms;
}

}  // namespace dragoman
