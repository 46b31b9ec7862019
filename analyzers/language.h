// The languages the analyzers have rules for, and which of them a text is written in.
#pragma once

#include <cstdint>
#include <string_view>

namespace dragoman {

enum class Language : std::uint8_t {
  kUnknown,
  kEnglish,
  kFrench,
  kSpanish,
  kRussian,
  kArabic,
  kChinese,
  kGerman,
  kItalian,
  kPortuguese,
  kTurkish,
  kUkrainian,
};

inline constexpr int kLanguages = static_cast<int>(Language::kUkrainian) + 1;

// "fr", "fr-CA", "FRE"? ISO 639-1 with or without a region; kUnknown for all others.
Language language_from_code(std::string_view code);

// ISO 639-1; empty for kUnknown.
std::string_view code_of(Language language);

// The language of `text` by CLD2; kUnknown when the text is too short to tell or in
// a language without rules here.
Language detect_language(std::string_view text);

}  // namespace dragoman
