// Which encoding bytes are in that are not UTF-8. UTF-16 is told by where its zero bytes stand,
// Cyrillic encodings by how often each letter occurs and by its case, the others by ICU's
// detector. Looks at a sample of bounded length.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

struct DetectedCharset {
  std::string name;      // as ICU and the WHATWG name it: windows-1251; empty when unknown
  bool certain = false;  // enough to overrule what the document says of itself
};

// By its byte order mark: UTF-8, UTF-16LE, UTF-16BE, UTF-32LE, UTF-32BE; empty without one.
std::string_view charset_of_mark(std::string_view bytes);
std::size_t mark_bytes(std::string_view charset);

// "UTF-16LE" or "UTF-16BE" for UTF-16 text without a mark, else empty.
std::string_view detect_utf16(std::string_view bytes);

// `markup`: tags are left out of the count. Requires: `bytes` are not valid UTF-8.
DetectedCharset detect_charset(std::string_view bytes, bool markup);

}  // namespace dragoman
