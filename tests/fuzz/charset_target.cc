// The charset step and what follows it on plain text: any bytes become valid UTF-8. The first byte of
// the input says what is declared.
#include "readers/charset.h"
#include "readers/date_text.h"
#include "readers/headline.h"
#include "readers/pdf_pages.h"
#include "target.h"

namespace dragoman::fuzz {
namespace {

constexpr const char* kDeclared[] = {"",          "utf-8",       "windows-1251", "koi8-r",
                                     "Shift_JIS", "ISO-2022-JP", "gb18030",      "big5",
                                     "utf-16",    "utf-32be",    "windows-1256", "no such charset"};

}  // namespace

void decode_bytes(std::string_view input) {
  const std::uint8_t choice = take_choice(input);
  const Decoded decoded =
      decode_text(std::string(input), {kDeclared[choice % std::size(kDeclared)], choice >= 0x80u});
  promise_utf8(decoded.text, "decoded text is valid UTF-8");
  const std::string pages = join_pages(decoded.text);
  promise_utf8(pages, "pages joined are valid UTF-8");
  is_gibberish(pages);
  promise_utf8(parse_date(decoded.text), "a date is valid UTF-8");
  if (const auto date = find_date(decoded.text)) {
    promise_range(static_cast<std::uint32_t>(date->begin), static_cast<std::uint32_t>(date->end),
                  decoded.text, true, "a date lies in its text");
  }
  std::string lines = decoded.text;
  normalize_line_ends(lines);
  const Headed headed = split_headline(std::move(lines));
  promise_utf8(headed.title, "a headline is valid UTF-8");
  promise_utf8(headed.body, "what follows a headline is valid UTF-8");
}

}  // namespace dragoman::fuzz
