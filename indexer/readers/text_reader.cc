// Plain text: one document, its headline and date line found.
#include "readers/headline.h"
#include "readers/readers.h"
#include "readers/whole_text.h"

namespace dragoman {

void read_text(Input& input, Delivery& out) {
  Document document;
  std::optional<std::string> text =
      read_whole_text(input, out, {input.facts.charset, false}, document);
  if (!text) return;
  normalize_line_ends(*text);
  Headed headed = split_headline(std::move(*text));
  document.title = std::move(headed.title);
  document.body = std::move(headed.body);
  document.symbol = std::move(headed.symbol);
  document.date = std::move(headed.date);
  out.give(input, std::move(document));
}

}  // namespace dragoman
