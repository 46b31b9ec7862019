#include "stem.h"

#include <xapian.h>

#include <array>

#include "fold.h"
#include "stem_exceptions.h"

namespace dragoman {
namespace {

// Snowball's names, in the order of Language; empty: no stemmer.
constexpr std::array<const char*, kLanguages> kSnowball = {
    "", "english", "french",  "spanish",    "russian", "arabic",
    "", "german",  "italian", "portuguese", "turkish", ""};

// Snowball leaves the ending of a name in some cases: Алимовым gives алимов and Пакистане gives пакистан,
// but Алимов and Пакистан themselves give алим and пакиста. All lose it here.
std::string without_russian_name_ending(std::string stem) {
  constexpr std::string_view kEndings[] = {"ов", "ев"};
  constexpr std::size_t kShortest = 3 * 2 + 4;  // three Cyrillic letters and the ending, in bytes
  for (const std::string_view ending : kEndings) {
    if (stem.size() >= kShortest && stem.ends_with(ending))
      stem.resize(stem.size() - ending.size());
  }
  constexpr std::string_view kLand = "ан";
  if (stem.size() >= kShortest && stem.ends_with(kLand))
    stem.resize(stem.size() - kLand.size() / 2);
  return stem;
}

std::string prepared(std::string_view word, Language language) {
  switch (language) {
    case Language::kEnglish:
      return american_spelling(word);
    case Language::kSpanish:
      return restored_spanish(word);
    case Language::kFrench:
      return restored_french(word);
    case Language::kRussian:
    case Language::kArabic:
      return fold_accents(word);
    default:
      return std::string(word);
  }
}

}  // namespace

struct Stemmer::Stems {
  std::array<std::unique_ptr<Xapian::Stem>, kLanguages> by_language;

  const Xapian::Stem& of(Language language) {
    const auto index = static_cast<std::size_t>(language);
    if (!by_language[index]) by_language[index] = std::make_unique<Xapian::Stem>(kSnowball[index]);
    return *by_language[index];
  }
};

Stemmer::Stemmer() : stems_(std::make_unique<Stems>()) {}
Stemmer::~Stemmer() = default;

std::string Stemmer::term(std::string_view word, Language language) {
  const bool has_stemmer = *kSnowball[static_cast<std::size_t>(language)] != '\0';
  if (!has_stemmer) return fold_accents(word);
  const std::string ready = prepared(word, language);
  if (language == Language::kEnglish) {
    if (const std::string_view stem = english_exception(ready); !stem.empty())
      return std::string(stem);
  }
  if (language == Language::kRussian) {
    if (const std::string_view stem = russian_exception(ready); !stem.empty())
      return std::string(stem);
  }
  std::string stem = stems_->of(language)(ready);
  if (language == Language::kRussian) stem = without_russian_name_ending(std::move(stem));
  return fold_accents(stem);
}

}  // namespace dragoman
