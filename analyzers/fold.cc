#include "fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "han_variants.h"
#include "utf8.h"

namespace dragoman {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

// Letters that no decomposition reduces to their plain form.
struct Plain {
  char32_t letter;
  const char* plain;
};
constexpr Plain kPlain[] = {
    {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"}, {U'þ', "th"}, {U'đ', "d"}, {U'ħ', "h"},
    {U'ı', "i"},  {U'ł', "l"}, {U'ŋ', "n"}, {U'œ', "oe"}, {U'ŧ', "t"}, {U'ƒ', "f"},
    {U'ʻ', ""},   {U'ʼ', ""},  {U'’', ""},  {U'‘', ""},   {U'\'', ""}, {U'`', ""},
    {U'-', ""},   {U'ى', "ي"}, {U'ة', "ه"}, {U'ـ', ""},   {U'ی', "ي"}, {U'ک', "ك"},
};

const char* plain_form(char32_t c) {
  const auto* found = std::find_if(std::begin(kPlain), std::end(kPlain),
                                   [c](const Plain& p) { return p.letter == c; });
  return found == std::end(kPlain) ? nullptr : found->plain;
}

// Marks that make another letter, not an accented one: й, ї (but not ё, nor stress marks).
bool keeps_mark(char32_t base, char32_t mark) {
  if (mark == 0x0306) return base == U'и' || base == U'у';
  return mark == 0x0308 && base == U'і';
}

bool script_drops_marks(char32_t base) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(base), &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
      return true;
    default:
      return false;
  }
}

icu::UnicodeString without_marks(const icu::UnicodeString& decomposed) {
  icu::UnicodeString kept;
  char32_t base = 0;
  bool drops = false;
  for (int32_t i = 0; i < decomposed.length();) {
    const UChar32 c = decomposed.char32At(i);
    i += U16_LENGTH(c);
    if (u_charType(c) == U_NON_SPACING_MARK) {
      if (drops && !keeps_mark(base, static_cast<char32_t>(c))) continue;
    } else {
      base = static_cast<char32_t>(c);
      drops = script_drops_marks(base);
    }
    kept.append(c);
  }
  return kept;
}

}  // namespace

char32_t simplified(char32_t c) {
  const HanVariant* end = kHanVariants + kHanVariantCount;
  const HanVariant* found =
      std::lower_bound(kHanVariants, end, c,
                       [](const HanVariant& v, char32_t wanted) { return v.traditional < wanted; });
  return found != end && found->traditional == c ? found->simplified : c;
}

std::string fold_case(std::string_view text) {
  std::string folded;
  if (is_ascii(text)) {
    folded.reserve(text.size());
    for (const char c : text) folded += (c >= 'A' && c <= 'Z') ? static_cast<char>(c | 0x20) : c;
    return folded;
  }
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  icu::StringByteSink<std::string> sink(&folded);
  casefold->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                          nullptr, status);
  return folded;
}

std::string fold_accents(std::string_view case_folded) {
  std::string result;
  if (is_ascii(case_folded)) {
    std::copy_if(case_folded.begin(), case_folded.end(), std::back_inserter(result),
                 [](char c) { return c != '\'' && c != '`' && c != '-'; });
    return result;
  }
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
  static const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(case_folded.data(), static_cast<int32_t>(case_folded.size())));
  const icu::UnicodeString composed =
      nfc->normalize(without_marks(nfd->normalize(text, status)), status);
  for (int32_t i = 0; i < composed.length();) {
    const UChar32 c = composed.char32At(i);
    i += U16_LENGTH(c);
    if (u_isUWhiteSpace(c)) continue;  // a word broken over a line's end
    if (const char* plain = plain_form(static_cast<char32_t>(c))) {
      result += plain;
    } else {
      append_utf8(result, simplified(static_cast<char32_t>(c)));
    }
  }
  return result;
}

}  // namespace dragoman
