// Trees that libxml2 makes of HTML and XML, walked without recursion, so that no nesting is too
// deep. Names and attributes are views into the tree.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace dragoman {

struct FreeTree {
  void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using Tree = std::unique_ptr<xmlDoc, FreeTree>;

// Both never fail: what is wrong in the text is left out. Null for text without any element.
// Requires: `text` is valid UTF-8; its own declaration of an encoding is ignored. Nothing is loaded
// from files or the network.
Tree parse_html(std::string_view text);
// `complete`: whether the text was well-formed, and all of it is in the tree.
Tree parse_xml(std::string_view text, bool& complete);

xmlNode* root_of(const Tree& tree);

inline bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }
inline bool is_text(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

inline std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// The local name of an element, empty for other nodes.
inline std::string_view name_of(const xmlNode* node) {
  return is_element(node) ? view_of(node->name) : std::string_view();
}

inline std::string_view text_of(const xmlNode* node) { return view_of(node->content); }

// The value of an attribute by its local name; empty when there is none.
std::string_view attribute(const xmlNode* node, const char* name);
bool has_attribute(const xmlNode* node, const char* name);

// The node after `node` in the order of the document within `root`; null at the end. The first one
// is `root` itself.
xmlNode* next_node(const xmlNode* node, const xmlNode* root);
// The same without what is below `node`.
xmlNode* next_beside(const xmlNode* node, const xmlNode* root);

// All text below `root`, white space as it is.
std::string all_text(const xmlNode* root);

// The first element of the local name below `root`, null when there is none.
const xmlNode* find_element(const xmlNode* root, std::string_view name);

// White space becomes single spaces, none at the ends.
std::string squeezed(std::string_view text);

}  // namespace dragoman
