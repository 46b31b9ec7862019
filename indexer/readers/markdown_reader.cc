// Markdown (CommonMark with GitHub's tables): turned into HTML, and read as that. A head between
// lines of "---" is metadata.
#include <md4c-html.h>

#include "readers/fields.h"
#include "readers/headline.h"
#include "readers/html_text.h"
#include "readers/markup_tree.h"
#include "readers/readers.h"
#include "readers/whole_text.h"

namespace dragoman {
namespace {

std::string to_html(std::string_view markdown) {
  std::string html = "<html><body>";
  const auto append = [](const MD_CHAR* text, MD_SIZE size, void* out) {
    static_cast<std::string*>(out)->append(text, size);
  };
  md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), append, &html, MD_DIALECT_GITHUB,
          0);
  return html += "</body></html>";
}

std::string_view unquoted(std::string_view value) {
  const std::size_t begin = value.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  value = value.substr(begin, value.find_last_not_of(" \t") - begin + 1);
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// Takes "key: value" lines of the metadata at the head; gives the text behind them.
std::string_view take_front_matter(std::string_view text, const FieldTaker& fields,
                                   Document& document) {
  if (!text.starts_with("---\n")) return text;
  const std::size_t end = text.find("\n---\n", 3);
  if (end == std::string_view::npos) return text;
  std::string_view head = text.substr(4, end > 3 ? end - 3 : 0);
  while (!head.empty()) {
    const std::string_view line = head.substr(0, head.find('\n'));
    head.remove_prefix(std::min(head.size(), line.size() + 1));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.starts_with(' ') || line.starts_with('-')) continue;
    const std::string_view value = unquoted(line.substr(colon + 1));
    if (!value.empty()) fields.take(document, line.substr(0, colon), std::string(value));
  }
  return text.substr(end + 5);
}

}  // namespace

void read_markdown(Input& input, Delivery& out) {
  Document document;
  std::optional<std::string> text =
      read_whole_text(input, out, {input.facts.charset, false}, document, kMostMarkup);
  if (!text) return;
  normalize_line_ends(*text);
  const FieldTaker fields(out.options);
  const Tree tree = parse_html(to_html(take_front_matter(*text, fields, document)));
  const xmlNode* root = root_of(tree);
  if (root == nullptr) return out.skip(input, "no text in it");
  const xmlNode* heading = find_element(root, "h1");
  if (document.title.empty() && heading != nullptr) document.title = squeezed(all_text(heading));
  const bool repeats = heading != nullptr && squeezed(all_text(heading)) == document.title;
  std::string body = html_text(root, [&](const xmlNode* n) { return repeats && n == heading; });
  if (document.title.empty()) {
    Headed headed = split_headline(std::move(body));
    document.title = std::move(headed.title);
    body = std::move(headed.body);
  }
  document.body = std::move(body);
  fields.complete(document);
  if (document.date.empty()) document.date = find_dateline(document.body, document.title);
  out.give(input, std::move(document));
}

}  // namespace dragoman
