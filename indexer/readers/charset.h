// Turns the bytes of a document into UTF-8, whatever they are in. What is certain decides: a byte
// order mark, then bytes that are valid UTF-8, then what the document declares (HTTP,
// <meta>, XML) unless its bytes plainly say otherwise, then detection.
//
//   Decoded got = decode_text("\xCE\xC4\xCA\xC1", {});   // ОДКБ, charset "windows-1251"
//
// Never fails: what cannot be read is U+FFFD and counted. Linear.
#pragma once

#include <string>
#include <string_view>

#include "readers/utf8_mend.h"

namespace dragoman {

struct DecodeHints {
  std::string_view declared;  // as the document says it, may be nonsense
  bool markup = false;        // tags are not to be taken for words
};

struct Decoded {
  std::string text;       // valid UTF-8, no NUL, no byte order mark
  std::string charset;    // "UTF-8", "windows-1251"
  std::string overruled;  // the declared one, when the bytes say otherwise
  bool guessed = false;   // by its words alone, and not certain
  Mended mended;
  bool mojibake = false;  // was encoded twice, and is repaired
};

Decoded decode_text(std::string bytes, const DecodeHints& hints);

// The encoding that decode_text() would settle on for a text that begins with `head`.
struct ChosenCharset {
  std::string name;
  std::string overruled;
  bool guessed = false;
};
ChosenCharset choose_charset(std::string_view head, const DecodeHints& hints);

}  // namespace dragoman
