#include "readers/charset_detect.h"

#include <unicode/uchar.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "readers/charset_convert.h"
#include "readers/code_points.h"

namespace dragoman {
namespace {

using namespace std::string_view_literals;

struct ByteOrderMark {
  std::string_view charset;
  std::string_view bytes;
};
// Longer ones first: UTF-32LE begins like UTF-16LE.
constexpr ByteOrderMark kByteOrderMarks[] = {{"UTF-8", "\xEF\xBB\xBF"sv},
                                             {"UTF-32LE", "\xFF\xFE\0\0"sv},
                                             {"UTF-32BE", "\0\0\xFE\xFF"sv},
                                             {"UTF-16LE", "\xFF\xFE"sv},
                                             {"UTF-16BE", "\xFE\xFF"sv}};

constexpr std::size_t kSample = 16 * 1024;

// From a little before the first byte that is not ASCII: the head of a page may be all tags.
std::string_view sample_of(std::string_view bytes) {
  const auto high = std::find_if(bytes.begin(), bytes.end(),
                                 [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  constexpr std::size_t kBefore = 256;
  const auto at = static_cast<std::size_t>(high - bytes.begin());
  return bytes.substr(at > kBefore ? at - kBefore : 0, kSample);
}

bool is_usual(std::uint32_t unit) {
  struct Range {
    std::uint32_t first, last;
  };
  // What texts of the languages we expect are made of, punctuation included.
  constexpr Range kUsual[] = {
      {0x20, 0x7E},     {0xA0, 0x24F},    {0x300, 0x52F},   {0x590, 0x6FF},   {0x900, 0xD7F},
      {0xE00, 0xE7F},   {0x10A0, 0x10FF}, {0x1E00, 0x1FFF}, {0x200B, 0x203F}, {0x20A0, 0x20BF},
      {0x2116, 0x2122}, {0x2190, 0x21FF}, {0x25A0, 0x25FF}, {0x3000, 0x30FF}, {0x4E00, 0x9FFF},
      {0xAC00, 0xD7A3}, {0xFE70, 0xFEFF}, {0xFF00, 0xFFEF}};
  if (unit == '\t' || unit == '\n' || unit == '\r') return true;
  return std::any_of(std::begin(kUsual), std::end(kUsual),
                     [unit](const Range& r) { return unit >= r.first && unit <= r.last; });
}

struct Utf16Score {
  std::size_t usual = 0;
  std::size_t spaces = 0;  // and other characters that the other byte order would make rare ones
};
Utf16Score score_utf16(std::string_view bytes, std::size_t low_byte) {
  Utf16Score score;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto low = static_cast<unsigned char>(bytes[i + low_byte]);
    const auto high = static_cast<unsigned char>(bytes[i + 1 - low_byte]);
    const std::uint32_t unit = static_cast<std::uint32_t>(high) << 8u | low;
    score.usual += is_usual(unit) || (unit >= 0xD83C && unit <= 0xDFFF) ? 1 : 0;
    score.spaces += unit == ' ' || unit == '\n' || unit == 0x3001 || unit == 0x3002 ||
                            unit == 0xFF0C || (unit >= '0' && unit <= 'z')
                        ? 1
                        : 0;
  }
  return score;
}

// How often each letter from а to я occurs in a thousand of Russian text (published counts of the
// Russian National Corpus, rounded).
constexpr std::array<unsigned char, 32> kLetterFrequency = {
    80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28,
    47, 55, 63, 26, 3,  10, 5, 14, 7,  4,  1,  19, 17, 3,  6,   20};

// Letters a Cyrillic text has beside these, in other languages: Ukrainian, Belarusian, Serbian.
bool is_other_cyrillic(UChar32 c) { return c >= 0x400 && c <= 0x4FF; }

int frequency(UChar32 c) {
  const UChar32 lower = u_tolower(c);
  if (lower >= 0x430 && lower <= 0x44F)
    return kLetterFrequency[static_cast<std::size_t>(lower - 0x430)];
  return is_other_cyrillic(c) ? 8 : 0;
}

struct CyrillicScore {
  int frequency = 0;  // mean of the letters outside ASCII: about 55 for Russian read right
  int letters = 0;
};

// Letters in the wrong case or next to a Latin one count nothing, and neither do letters that
// stand alone: à and é are words in other languages.
CyrillicScore score_cyrillic(std::string_view text) {
  int sum = 0;
  int count = 0;
  int run = 0;  // letters outside ASCII just before
  int run_sum = 0;
  UChar32 previous = ' ';
  const auto end_run = [&](bool counts) {
    if (run > 1 && counts) sum += run_sum;
    run = run_sum = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = next_code_point(text, i);
    if (c < 0x80) {
      end_run(!u_isalpha(c));
    } else {
      const bool quiet =
          c == 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2010 && c <= 0x2026) || c == 0x2116;
      const bool inverted = u_isupper(c) && u_islower(previous);
      const bool mixed = previous < 0x80 && u_isalpha(previous);
      count += quiet ? 0 : 1;
      if (quiet) end_run(true);
      run += quiet ? 0 : 1;
      if (!inverted && !mixed) run_sum += frequency(c);
    }
    previous = c;
  }
  end_run(true);
  return {count == 0 ? 0 : sum / count, count};
}

DetectedCharset detect_cyrillic(std::string_view sample) {
  DetectedCharset best;
  CyrillicScore best_score;
  int second = 0;
  constexpr std::string_view kMacintosh = "x-mac-cyrillic";
  for (const std::string name :
       {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "x-mac-cyrillic"}) {
    Mended mended;
    const CyrillicScore score = score_cyrillic(convert_to_utf8(sample, name, mended));
    if (score.frequency > best_score.frequency) {
      // The small letters of the Macintosh are where those of Windows are.
      if (name != kMacintosh) second = best_score.frequency;
      best_score = score;
      best.name = name;
    } else if (name != kMacintosh) {
      second = std::max(second, score.frequency);
    }
  }
  // A few letters of something else may look like Russian ones by chance.
  constexpr int kFew = 30;
  const int enough = best_score.letters < kFew ? 42 : 36;
  if (best_score.frequency < enough) return {};
  best.certain = second * 4 < best_score.frequency * 3 && best_score.letters >= 5;
  // KOI8-R and KOI8-U differ in eight letters where KOI8-R has frames.
  if (best.name == "KOI8-R" &&
      sample.find_first_of("\xA4\xA6\xA7\xAD\xB4\xB6\xB7\xBD") != std::string_view::npos) {
    best.name = "KOI8-U";
  }
  return best;
}

// Whether `text` reads like one in Latin letters with accents: nearly all characters outside
// ASCII are letters in words, or the quotes and dashes that typesetters use.
bool reads_latin(std::string_view text) {
  std::size_t count = 0;
  std::size_t odd = 0;
  UChar32 previous = ' ';
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = next_code_point(text, i);
    if (c >= 0x80) {
      std::size_t after = i;
      const UChar32 next = i < text.size() ? next_code_point(text, after) : ' ';
      ++count;
      const bool in_word = u_isalpha(c) && c < 0x250 && (u_isalpha(previous) || u_isalpha(next));
      const bool alone = c == 0xE0 || c == 0xE9 || c == 0xF3 || c == 0xC0;  // à é ó À are words
      const bool sign = c == 0xA0 || c == 0xA7 || c == 0xA9 || c == 0xAB || c == 0xB0 ||
                        c == 0xBA || c == 0xAA || c == 0xBB || c == 0xBF || c == 0xA1 ||
                        c == 0xB7 || c == 0xA3 || (c >= 0x2010 && c <= 0x2026) || c == 0x20AC;
      // A capital in the midst of small letters: "dÈclaration".
      const bool inverted = u_isupper(c) && u_islower(previous);
      odd += (in_word && !inverted) || alone || sign ? 0 : 1;
    }
    previous = c;
  }
  return count > 0 && odd * 5 <= count;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

bool is_multi_byte(std::string_view name) {
  return name == "GB18030" || name.starts_with("Big5") || name == "windows-31j" ||
         name == "EUC-JP" || name == "windows-949" || name == "Shift_JIS";
}

// Names ICU gives that no document here is in, or that were ruled out before.
bool is_out_of_question(std::string_view name) {
  return name.starts_with("UTF-") || name.starts_with("IBM42") || name.starts_with("ISO-2022");
}

// How many characters of C1, which no text has, and U+FFFD.
std::size_t oddities(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    count += text[i] == '\xC2' && static_cast<unsigned char>(text[i + 1]) < 0xA0 ? 1 : 0;
    count += text.substr(i, 3) == "\xEF\xBF\xBD" ? 1 : 0;
  }
  return count;
}

// Whether `text` is in characters of East Asia that do not stick to Latin letters.
bool reads_east_asian(std::string_view text) {
  std::size_t count = 0;
  std::size_t odd = 0;
  UChar32 previous = ' ';
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = next_code_point(text, i);
    if (c >= 0x80) {
      ++count;
      const bool half_width = c >= 0xFF61 && c <= 0xFF9F;
      const bool sticks = previous < 0x80 && u_islower(previous);
      odd += c < 0x2000 || half_width || sticks ? 1 : 0;
    }
    previous = c;
  }
  return odd * 4 <= count;
}

std::size_t count_high(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
}

DetectedCharset detect_with_icu(std::string_view sample, bool markup) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return {};
  ucsdet_enableInputFilter(detector.get(), static_cast<UBool>(markup));
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return {};
  for (std::int32_t i = 0; i < count; ++i) {
    const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    const std::string name = canonical_charset(ucsdet_getName(matches[i], &status));
    if (U_FAILURE(status) || name.empty() || is_out_of_question(name)) continue;
    Mended mended;
    const std::string text = convert_to_utf8(sample, name, mended);
    const std::size_t odd = oddities(text);
    if (is_multi_byte(name)) {
      // The sample may end in the midst of a character.
      if (confidence < 10 || odd > 1 + count_high(sample) / 100 || !reads_east_asian(text))
        continue;
      return {name, confidence >= 80 && count_high(sample) >= 20};
    }
    constexpr std::int32_t kLikely = 15;
    const bool latin = name == "windows-1252" || name == "windows-1250" || name == "windows-1254" ||
                       name == "ISO-8859-2";
    if (odd > 0 || confidence < kLikely || (latin && !reads_latin(text))) continue;
    return {name, false};
  }
  return {};
}

}  // namespace

std::string_view charset_of_mark(std::string_view bytes) {
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (bytes.starts_with(mark.bytes)) return mark.charset;
  }
  return {};
}

std::size_t mark_bytes(std::string_view charset) {
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (mark.charset == charset) return mark.bytes.size();
  }
  return 0;
}

std::string_view detect_utf16(std::string_view bytes) {
  const std::string_view sample =
      bytes.substr(0, std::min(bytes.size(), kSample) & ~std::size_t{1});
  if (sample.size() < 4 || sample.find('\0') == std::string_view::npos) return {};
  const Utf16Score little = score_utf16(sample, 0);
  const Utf16Score big = score_utf16(sample, 1);
  const bool is_little = little.usual + little.spaces >= big.usual + big.spaces;
  const Utf16Score& better = is_little ? little : big;
  if (better.usual * 20 < sample.size() / 2 * 19 || better.spaces == 0) return {};
  return is_little ? "UTF-16LE" : "UTF-16BE";
}

DetectedCharset detect_charset(std::string_view bytes, bool markup) {
  const std::string_view sample = sample_of(bytes);
  DetectedCharset cyrillic = detect_cyrillic(sample);
  if (cyrillic.certain) return cyrillic;
  if (DetectedCharset other = detect_with_icu(sample, markup); !other.name.empty()) return other;
  if (!cyrillic.name.empty()) return cyrillic;
  Mended mended;
  if (reads_latin(convert_to_utf8(sample, "windows-1252", mended))) return {"windows-1252", false};
  return {};
}

}  // namespace dragoman
