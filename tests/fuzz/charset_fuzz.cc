// The charset step and what follows it on plain text: any bytes become valid UTF-8.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "readers/charset.h"
#include "readers/date_text.h"
#include "readers/headline.h"
#include "readers/pdf_pages.h"
#include "readers/utf8_mend.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dragoman;
  if (size == 0) return 0;
  static constexpr const char* kDeclared[] = {
      "", "utf-8", "windows-1251", "Shift_JIS", "ISO-2022-JP", "gb18030", "utf-16"};
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Decoded decoded =
      decode_text(bytes, {kDeclared[data[0] % std::size(kDeclared)], (data[0] & 0x80u) != 0});
  if (find_ill_formed(decoded.text)) std::abort();
  const std::string pages = join_pages(decoded.text);
  if (find_ill_formed(pages)) std::abort();
  is_gibberish(pages);
  parse_date(decoded.text);
  const Headed headed = split_headline(decoded.text);
  if (find_ill_formed(headed.title) || find_ill_formed(headed.body)) std::abort();
  return 0;
}
