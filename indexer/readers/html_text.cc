#include "readers/html_text.h"

#include <algorithm>

#include "readers/markup_tree.h"
#include "readers/text_writer.h"
#include "readers/word_list.h"

namespace dragoman {
namespace {

constexpr std::string_view kNeverText[] = {
    "script", "style",  "noscript", "template", "head",   "iframe",   "object",   "embed",
    "svg",    "canvas", "math",     "select",   "button", "input",    "textarea", "audio",
    "video",  "map",    "noframes", "link",     "meta",   "frameset", "datalist", "dialog"};

constexpr std::string_view kBlocks[] = {
    "p",          "div",     "section", "article", "main",  "header", "footer",   "aside",
    "nav",        "h1",      "h2",      "h3",      "h4",    "h5",     "h6",       "blockquote",
    "pre",        "ul",      "ol",      "dl",      "table", "form",   "fieldset", "figure",
    "figcaption", "address", "hr",      "center",  "body",  "html",   "details",  "summary",
    "caption",    "hgroup",  "legend",  "dir",     "menu",  "tbody",  "thead",    "tfoot"};

// Elements that begin a line, not a paragraph.
constexpr std::string_view kLines[] = {"li", "dt", "dd", "tr", "br", "option"};

bool is_cell(std::string_view name) { return name == "td" || name == "th"; }

// Whether a table only arranges the page: others are in it, or a cell has several paragraphs.
bool is_layout(const xmlNode* table) {
  int paragraphs = 0;
  for (const xmlNode* n = next_node(table, table); n != nullptr; n = next_node(n, table)) {
    const std::string_view name = name_of(n);
    if (name == "table" || name == "h1" || name == "h2" || name == "article") return true;
    if (is_cell(name)) paragraphs = 0;
    if (name == "p" && ++paragraphs > 1) return true;
  }
  return false;
}

class Renderer {
 public:
  Renderer(const xmlNode* root, const std::function<bool(const xmlNode*)>& is_left_out)
      : root_(root), is_left_out_(is_left_out) {}

  std::string render() {
    const xmlNode* n = root_;
    while (n != nullptr) {
      const bool enters = !(is_element(n) && n != root_ && leave_out(n));
      if (enters) open(n);
      if (enters && is_element(n) && n->children != nullptr) {
        n = n->children;
        continue;
      }
      if (enters) close(n);
      n = climb(n);
    }
    return writer_.take();
  }

 private:
  bool leave_out(const xmlNode* n) const { return is_never_text(name_of(n)) || is_left_out_(n); }

  // The next node beside or above `n`; closes what is left behind.
  const xmlNode* climb(const xmlNode* n) {
    while (n != root_) {
      if (n->next != nullptr) return n->next;
      n = n->parent;
      if (n == nullptr) return nullptr;
      close(n);
    }
    return nullptr;
  }

  void open(const xmlNode* n) {
    if (is_text(n)) {
      in_pre_ > 0 ? writer_.verbatim(text_of(n)) : writer_.words(text_of(n));
      return;
    }
    const std::string_view name = name_of(n);
    if (name == "table") {
      if (data_table_ == nullptr && !is_layout(n)) data_table_ = n;
      writer_.gap(TextWriter::Gap::kParagraph);
    }
    in_pre_ += name == "pre" ? 1 : 0;
    edge(n, name);
  }

  void close(const xmlNode* n) {
    const std::string_view name = name_of(n);
    edge(n, name);
    in_pre_ -= name == "pre" ? 1 : 0;
    if (n == data_table_) {
      data_table_ = nullptr;
      writer_.gap(TextWriter::Gap::kParagraph);
    }
  }

  void edge(const xmlNode* n, std::string_view name) {
    using Gap = TextWriter::Gap;
    if (data_table_ != nullptr && n != data_table_) {
      // Within a cell nothing ends its row.
      if (name == "tr" || name == "caption") return writer_.gap(Gap::kLine);
      if (is_cell(name)) return writer_.gap(Gap::kTab);
      if (is_in(kLines, name) || is_block(name)) return writer_.gap(Gap::kSpace);
      return;
    }
    if (is_in(kLines, name)) return writer_.gap(Gap::kLine);
    if (is_cell(name) || is_block(name)) writer_.gap(Gap::kParagraph);
  }

  const xmlNode* root_;
  const std::function<bool(const xmlNode*)>& is_left_out_;
  TextWriter writer_;
  const xmlNode* data_table_ = nullptr;
  int in_pre_ = 0;
};

}  // namespace

bool is_never_text(std::string_view element) { return is_in(kNeverText, element); }

bool is_block(std::string_view element) { return is_in(kBlocks, element); }

std::string html_text(const xmlNode* root, const std::function<bool(const xmlNode*)>& is_left_out) {
  return Renderer(root, is_left_out).render();
}

}  // namespace dragoman
