// JSON Lines, arrays of objects, and single objects over several lines.
#include <string>

#include "readers/json_document.h"
#include "readers/json_values.h"
#include "readers/readers.h"
#include "readers/utf8_stream.h"
#include "readers/whole_text.h"

namespace dragoman {
namespace {

// Lines that are one object each, of which a bad one does not spoil the next.
void read_lines(Input& input, Delivery& out) {
  JsonDocumentReader reader(input, out, false);
  LineReader lines(input, out.options.max_bytes);
  for (std::string_view line; !out.stopped() && lines.next(line);) {
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    if (lines.too_long()) {
      out.skip(input,
               "a line larger than --max-size (" + size_in_words(out.options.max_bytes) + ")",
               lines.number());
      continue;
    }
    reader.read(line, lines.number(), std::to_string(lines.number()));
  }
}

void read_values(Input& input, Delivery& out) {
  JsonDocumentReader reader(input, out, true);
  JsonValues values(input, out.options.max_bytes);
  std::string value;
  std::uint64_t number = 1;
  for (; !out.stopped() && values.next(value); ++number) {
    if (values.too_long()) {
      out.skip(input, "an object larger than --max-size", values.line());
      continue;
    }
    reader.read(value, values.line(), std::to_string(number));
  }
  if (number == 1 && !out.stopped()) out.skip(input, "no JSON object in it");
}

}  // namespace

void read_json(Input& raw, Delivery& out) {
  Utf8Input utf8(raw, out);
  Input& input = utf8.input();
  if (is_json_lines(input)) {
    read_lines(input, out);
  } else {
    read_values(input, out);
  }
}

}  // namespace dragoman
