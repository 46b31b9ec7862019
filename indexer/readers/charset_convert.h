// Converts bytes of any encoding ICU knows to UTF-8.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "readers/utf8_mend.h"

namespace dragoman {

// The name under which ICU has the encoding that a document calls `label` and means by it what
// browsers do: "latin1" -> "windows-1252", "gb2312" -> "GB18030". Empty for unknown ones.
std::string canonical_charset(std::string_view label);

class CharsetConverter {
 public:
  // Requires: `charset` comes from canonical_charset() or a detector.
  explicit CharsetConverter(const std::string& charset);
  ~CharsetConverter();
  CharsetConverter(CharsetConverter&&) noexcept;
  CharsetConverter& operator=(CharsetConverter&&) noexcept;

  // Appends `bytes` as UTF-8 to `out`; a character cut at their end waits for the next call,
  // unless `last`. What is no character becomes U+FFFD, also NULs.
  void convert(std::string_view bytes, bool last, std::string& out);
  // Of all calls; `first` counts bytes from the beginning of the first call.
  const Mended& mended() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// All of `bytes` at once.
std::string convert_to_utf8(std::string_view bytes, const std::string& charset, Mended& mended);

// Bytes of `text` in `charset`; false when it has characters that `charset` has not.
bool convert_from_utf8(std::string_view text, const std::string& charset, std::string& out);

}  // namespace dragoman
