#include "readers/xml_text.h"

#include <string_view>
#include <unordered_map>

#include "ascii.h"
#include "readers/markup_tree.h"
#include "readers/text_writer.h"

namespace dragoman {
namespace {

bool has_words_beside(const xmlNode* element) {
  for (const xmlNode* n = element->children; n != nullptr; n = n->next) {
    if (is_text(n) && !is_blank(text_of(n))) return true;
  }
  return false;
}

// Names that begin a line or a cell in many vocabularies.
TextWriter::Gap gap_of(std::string_view name, bool in_sentence) {
  if (name == "br" || name == "lb" || name == "eol" || name == "row" || name == "tr") {
    return TextWriter::Gap::kLine;
  }
  if (name == "td" || name == "cell" || name == "entry" || name == "th")
    return TextWriter::Gap::kTab;
  return in_sentence ? TextWriter::Gap::kNone : TextWriter::Gap::kParagraph;
}

}  // namespace

std::string xml_text(const xmlNode* root, const xmlNode* left_out) {
  TextWriter writer;
  // Whether the children of an element stand between words; found once for each.
  std::unordered_map<const xmlNode*, bool> mixed;
  const xmlNode* n = root;
  const auto edge = [&](const xmlNode* element) {
    if (element == root || !is_element(element)) return;
    const auto [known, is_new] = mixed.try_emplace(element->parent, false);
    if (is_new) known->second = has_words_beside(element->parent);
    writer.gap(gap_of(name_of(element), known->second));
  };
  while (n != nullptr) {
    if (is_text(n)) writer.words(text_of(n));
    edge(n);
    if (is_element(n) && n != left_out && n->children != nullptr) {
      n = n->children;
      continue;
    }
    edge(n);
    while (n != root && n->next == nullptr) {
      n = n->parent;
      edge(n);
    }
    n = n == root ? nullptr : n->next;
  }
  return writer.take();
}

}  // namespace dragoman
