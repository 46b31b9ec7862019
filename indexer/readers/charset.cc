#include "readers/charset.h"

#include <utility>

#include "readers/charset_convert.h"
#include "readers/charset_detect.h"
#include "readers/mojibake.h"

namespace dragoman {
namespace {

constexpr const char* kUtf8 = "UTF-8";

struct Utf8Count {
  std::size_t good = 0;  // well-formed sequences of two and more bytes
  std::size_t bad = 0;
};

std::size_t sequence_bytes(unsigned char lead) {
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 1;
}

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = sequence_bytes(byte);
    std::size_t got = 1;
    while (got < length && i + got < bytes.size() &&
           (static_cast<unsigned char>(bytes[i + got]) & 0xC0u) == 0x80u) {
      ++got;
    }
    const bool good = length > 1 && got == length;
    // A sequence cut by the end of what is looked at is not held against it.
    const bool cut = length > 1 && i + got == bytes.size();
    count.good += good ? 1 : 0;
    count.bad += good || cut ? 0 : 1;
    i += got;
  }
  return count;
}

bool is_stateful(std::string_view charset) {
  return charset.starts_with("ISO-2022") || charset.starts_with("HZ");
}

// Whether both name the same letters, or nearly so.
bool are_alike(std::string_view a, std::string_view b) {
  const auto family = [](std::string_view name) -> std::string_view {
    if (name.starts_with("KOI8")) return "KOI8";
    if (name.starts_with("Big5")) return "Big5";
    if (name == "GB18030" || name.starts_with("GB") || name.starts_with("HZ")) return "GB18030";
    return name;
  };
  return family(a) == family(b);
}

// Whether `head` converts from `charset` with hardly a fault.
bool converts(std::string_view head, const std::string& charset) {
  Mended mended;
  convert_to_utf8(head, charset, mended);
  return mended.count <= 1 + head.size() / 500;
}

}  // namespace

ChosenCharset choose_charset(std::string_view head, const DecodeHints& hints) {
  if (const std::string_view mark = charset_of_mark(head); !mark.empty()) {
    return {std::string(mark), "", false};
  }
  const std::string declared = canonical_charset(hints.declared);
  if (const std::string_view utf16 = detect_utf16(head); !utf16.empty()) {
    return {std::string(utf16), "", false};
  }
  const Utf8Count utf8 = count_utf8(head);
  if (utf8.bad == 0) {
    // A text of ASCII alone may still switch to other letters by escapes.
    if (utf8.good == 0 && is_stateful(declared)) return {declared, "", false};
    const bool other = utf8.good > 0 && !declared.empty() && declared != kUtf8;
    return {kUtf8, other ? declared : std::string(), false};
  }
  if (utf8.good >= 4 * utf8.bad && (declared.empty() || declared == kUtf8))
    return {kUtf8, "", false};

  DetectedCharset detected = detect_charset(head, hints.markup);
  const bool usable = !declared.empty() && declared != kUtf8 && !declared.starts_with("UTF-") &&
                      converts(head, declared);
  const bool differs = !detected.name.empty() && !are_alike(declared, detected.name);
  if (usable && !(differs && detected.certain)) return {declared, "", false};
  if (detected.name.empty()) return {kUtf8, "", false};
  return {detected.name, declared == detected.name ? std::string() : declared, !detected.certain};
}

Decoded decode_text(std::string bytes, const DecodeHints& hints) {
  Decoded decoded;
  ChosenCharset chosen = choose_charset(bytes, hints);
  bytes.erase(0, mark_bytes(charset_of_mark(bytes)));
  if (chosen.name == kUtf8) {
    decoded.text = std::move(bytes);
    decoded.mended = mend_utf8(decoded.text);
  } else {
    decoded.text = convert_to_utf8(bytes, chosen.name, decoded.mended);
  }
  decoded.charset = std::move(chosen.name);
  decoded.overruled = std::move(chosen.overruled);
  decoded.guessed = chosen.guessed;
  decoded.mojibake = repair_mojibake(decoded.text);
  return decoded;
}

}  // namespace dragoman
