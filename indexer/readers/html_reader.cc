// HTML pages: main text, title, date, language.
#include "readers/headline.h"
#include "readers/html_main.h"
#include "readers/html_metadata.h"
#include "readers/markup_tree.h"
#include "readers/readers.h"
#include "readers/whole_text.h"

namespace dragoman {
namespace {

// Browsers take </br> for <br>, libxml2 for nothing.
void mend_breaks(std::string& html) {
  for (std::size_t at = 0; (at = html.find("</", at)) != std::string::npos; at += 2) {
    const std::string_view tag = std::string_view(html).substr(at, 5);
    if (tag == "</br>" || tag == "</BR>") html.replace(at, 2, " <");
  }
}

}  // namespace

void read_html(Input& input, Delivery& out) {
  constexpr std::size_t kHead = 4096;
  std::string declared = input.facts.charset;
  if (declared.empty()) declared = declared_html_charset(input.ahead(kHead));
  Document document;
  std::optional<std::string> text =
      read_whole_text(input, out, {declared, true}, document, kMostMarkup);
  if (!text) return;
  mend_breaks(*text);
  const Tree tree = parse_html(*text);
  xmlNode* root = root_of(tree);
  if (root == nullptr) return out.skip(input, "no text in it");
  read_html_metadata(root, document);
  // Pages that scripts fill have their text in JSON-LD alone.
  std::string body = main_text(root, document.title);
  if (body.size() * 2 >= document.body.size()) document.body = std::move(body);
  if (document.title.empty()) {
    Headed headed = split_headline(std::move(document.body));
    document.title = std::move(headed.title);
    document.body = std::move(headed.body);
  }
  if (document.date.empty()) document.date = find_dateline(document.body, document.title);
  out.give(input, std::move(document));
}

}  // namespace dragoman
