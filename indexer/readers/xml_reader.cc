// XML of any vocabulary: Akoma Ntoso, TEI, DocBook, what a ministry made up.
#include <algorithm>

#include "ascii.h"
#include "readers/date_text.h"
#include "readers/fields.h"
#include "readers/headline.h"
#include "readers/html_metadata.h"
#include "readers/html_text.h"
#include "readers/markup_tree.h"
#include "readers/readers.h"
#include "readers/whole_text.h"
#include "readers/word_list.h"
#include "readers/xml_text.h"

namespace dragoman {
namespace {

// Local names of elements, in small letters, that say it in many vocabularies.
constexpr std::string_view kTitleElements[] = {"doctitle", "title", "headline", "hl1"};
constexpr std::string_view kDateElements[] = {"frbrdate",   "docdate",    "date",
                                              "pubdate",    "published",  "issued",
                                              "dateissued", "date.issue", "publicationdate"};
constexpr std::string_view kLangElements[] = {"frbrlanguage", "language"};
constexpr std::string_view kSymbolElements[] = {"docsymbol", "symbol"};

// The value of an element that may carry it in an attribute: <FRBRdate date="2018-11-15"/>.
std::string value_of(const xmlNode* element, std::initializer_list<const char*> attributes) {
  for (const char* name : attributes) {
    if (const std::string_view value = attribute(element, name); !value.empty())
      return std::string(value);
  }
  return squeezed(all_text(element));
}

class Metadata {
 public:
  explicit Metadata(Document& document) : document_(document) {}

  void read(const xmlNode* root) {
    for (const xmlNode* n = root; n != nullptr; n = next_node(n, root)) {
      if (is_element(n)) look_at(n);
    }
  }

  const xmlNode* title() const { return title_; }

 private:
  void look_at(const xmlNode* n) {
    constexpr std::size_t kLongestTitle = 1000;
    const std::string name = ascii_lower(name_of(n));
    if (document_.lang.empty()) document_.lang = language_code(attribute(n, "lang"));
    if (document_.title.empty() &&
        (is_in(kTitleElements, name) || attribute(n, "name") == "title")) {
      std::string title = squeezed(xml_text(n));
      if (!title.empty() && title.size() <= kLongestTitle) {
        document_.title = std::move(title);
        title_ = n;
      }
    } else if (document_.date.empty() && is_in(kDateElements, name)) {
      document_.date = parse_date(value_of(n, {"date", "when", "norm", "value", "datetime"}));
    } else if (document_.lang.empty() && is_in(kLangElements, name)) {
      document_.lang = language_code(value_of(n, {"language", "ident", "value"}));
    } else if (document_.symbol.empty() && is_in(kSymbolElements, name)) {
      document_.symbol = value_of(n, {});
    }
  }

  Document& document_;
  const xmlNode* title_ = nullptr;
};

// The text of XML that is none, tag by tag.
std::string text_of_broken(std::string_view text) {
  const Tree tree = parse_html(text);
  const xmlNode* root = root_of(tree);
  return root == nullptr ? std::string() : html_text(root, [](const xmlNode*) { return false; });
}

}  // namespace

void read_xml(Input& input, Delivery& out) {
  constexpr std::size_t kHead = 1024;
  std::string declared = input.facts.charset;
  if (declared.empty()) declared = declared_html_charset(input.ahead(kHead));
  Document document;
  const std::optional<std::string> text =
      read_whole_text(input, out, {declared, true}, document, kMostMarkup);
  if (!text) return;
  bool complete = false;
  const Tree tree = parse_xml(*text, complete);
  const xmlNode* root = root_of(tree);
  if (root != nullptr) {
    Metadata metadata(document);
    metadata.read(root);
    document.body = xml_text(root, metadata.title());
  }
  if (!complete) {
    out.warn(input, "not well-formed XML; read as far as it can be understood");
    std::string all = text_of_broken(*text);
    if (all.size() > document.body.size() + document.title.size() + 100)
      document.body = std::move(all);
  }
  if (document.title.empty()) {
    Headed headed = split_headline(std::move(document.body));
    document.title = std::move(headed.title);
    document.body = std::move(headed.body);
  }
  out.give(input, std::move(document));
}

}  // namespace dragoman
