// The words of citations: facts, in tables. All are plain (plain_text.h): small letters without
// accents, Arabic without seats of hamza, Han simplified.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "citation_words.h"

namespace dragoman {

enum class PhraseRole : std::uint8_t {
  kResolution,
  kDecision,
  kBody,
  kFiller,   // "No.", "№", "رقم": stands between the others
  kVerb,     // "adopted": what stands before it tells the body, but is not of the citation
  kOrdinal,  // 第
  kUnion,    // "(EU)"
};

struct CitationPhrase {
  std::string_view words;
  PhraseRole role;
  CitedBody body = CitedBody::kNone;
  bool capitals = false;  // only in capitals: SC, UN, СБ
  bool suffices = false;  // needs no word for resolution
};

std::span<const CitationPhrase> citation_phrases();

// What binds the members of a list, what makes it a range, and what tells the dates in it.
std::span<const std::string_view> list_words();
std::span<const std::string_view> range_words();
std::span<const std::string_view> date_words();

// "case", "affaire", "дело".
std::span<const std::string_view> case_words();

}  // namespace dragoman
