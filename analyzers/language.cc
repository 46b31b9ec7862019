#include "language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <string>

#include "utf8.h"

namespace dragoman {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, kLanguages> kCodes = {"",   "en", "fr", "es", "ru", "ar",
                                                             "zh", "de", "it", "pt", "tr", "uk"};

// Enough for CLD2 to be sure, and short enough to cost nothing.
constexpr std::size_t kSampleBytes = 2000;

// A sample may end within a character, which is ill-formed, too.
bool is_well_formed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (next_code_point(text, at) == U'\uFFFD' && text.substr(begin, at - begin) != "\uFFFD")
      return false;
  }
  return true;
}

// CLD2 reads wherever ill-formed bytes lead it.
std::string without_ill_formed(std::string_view text) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) append_utf8(clean, next_code_point(text, at));
  return clean;
}

}  // namespace

Language language_from_code(std::string_view code) {
  if (code.size() < 2 || (code.size() > 2 && code[2] != '-' && code[2] != '_')) {
    return Language::kUnknown;
  }
  std::string lower(code.substr(0, 2));
  for (char& c : lower) c = static_cast<char>(c | 0x20);
  const auto* found = std::find(kCodes.begin() + 1, kCodes.end(), lower);
  return found == kCodes.end() ? Language::kUnknown : static_cast<Language>(found - kCodes.begin());
}

std::string_view code_of(Language language) { return kCodes[static_cast<std::size_t>(language)]; }

Language detect_language(std::string_view text) {
  text = text.substr(0, kSampleBytes);
  std::string clean;
  if (!is_well_formed(text)) text = clean = without_ill_formed(text);
  bool reliable = false;
  const CLD2::Language found = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()),
                                                    /*is_plain_text=*/true, &reliable);
  if (!reliable) return Language::kUnknown;
  return language_from_code(CLD2::LanguageCode(found));
}

}  // namespace dragoman
