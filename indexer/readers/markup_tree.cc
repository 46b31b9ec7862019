#include "readers/markup_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <climits>

namespace dragoman {
namespace {

// libxml2 wants this once before threads use it.
void initialize_libxml() {
  static const bool done = [] {
    xmlInitParser();
    return true;
  }();
  (void)done;
}

struct FreeHtmlContext {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};
struct FreeXmlContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

bool lies_elsewhere(const xmlEntity* entity) {
  return entity != nullptr && entity->etype != XML_INTERNAL_GENERAL_ENTITY &&
         entity->etype != XML_INTERNAL_PARAMETER_ENTITY &&
         entity->etype != XML_INTERNAL_PREDEFINED_ENTITY;
}

// Entities that lie in other files are as if they were not declared. Of those that are not
// declared, HTML's are understood, for feeds use them. (libxml2's own function would load files.)
xmlEntity* find_entity(void* context, const xmlChar* name) {
  auto* parser = static_cast<xmlParserCtxt*>(context);
  if (xmlEntity* predefined = xmlGetPredefinedEntity(name)) return predefined;
  if (parser->myDoc == nullptr) return nullptr;
  xmlEntity* entity = xmlGetDocEntity(parser->myDoc, name);
  if (entity != nullptr) return lies_elsewhere(entity) ? nullptr : entity;
  const htmlEntityDesc* known = htmlEntityLookup(name);
  if (known == nullptr) return nullptr;
  if (parser->myDoc->intSubset == nullptr) {
    xmlCreateIntSubset(parser->myDoc, BAD_CAST "entities", nullptr, nullptr);
  }
  const std::string character = "&#" + std::to_string(known->value) + ";";
  return xmlAddDocEntity(parser->myDoc, name, XML_INTERNAL_GENERAL_ENTITY, nullptr, nullptr,
                         BAD_CAST character.c_str());
}

xmlEntity* find_parameter_entity(void* context, const xmlChar* name) {
  xmlEntity* entity = xmlGetParameterEntity(static_cast<xmlParserCtxt*>(context)->myDoc, name);
  return lies_elsewhere(entity) ? nullptr : entity;
}

const xmlAttr* find_attribute(const xmlNode* node, const char* name) {
  if (!is_element(node)) return nullptr;
  for (const xmlAttr* a = node->properties; a != nullptr; a = a->next) {
    if (view_of(a->name) == name) return a;
  }
  return nullptr;
}

}  // namespace

Tree parse_html(std::string_view text) {
  initialize_libxml();
  if (text.size() > INT_MAX) text = text.substr(0, INT_MAX);
  const std::unique_ptr<htmlParserCtxt, FreeHtmlContext> context(htmlNewParserCtxt());
  if (!context) return nullptr;
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  context->options |= XML_PARSE_HUGE;  // else it stops where elements are 256 deep
  return Tree(htmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr,
                                 "UTF-8", kOptions));
}

Tree parse_xml(std::string_view text, bool& complete) {
  initialize_libxml();
  complete = text.size() <= INT_MAX;
  if (!complete) text = text.substr(0, INT_MAX);
  const std::unique_ptr<xmlParserCtxt, FreeXmlContext> context(xmlNewParserCtxt());
  if (!context) return nullptr;
  context->sax->getEntity = &find_entity;
  context->sax->getParameterEntity = &find_parameter_entity;
  // Not XML_PARSE_HUGE: its limits are what stops entities that multiply.
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NOENT | XML_PARSE_NONET |
                           XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT |
                           XML_PARSE_IGNORE_ENC;
  Tree tree(xmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr,
                              "UTF-8", kOptions));
  complete = complete && context->wellFormed != 0;
  return tree;
}

xmlNode* root_of(const Tree& tree) { return tree ? xmlDocGetRootElement(tree.get()) : nullptr; }

std::string_view attribute(const xmlNode* node, const char* name) {
  const xmlAttr* found = find_attribute(node, name);
  if (found == nullptr || found->children == nullptr) return {};
  return view_of(found->children->content);
}

bool has_attribute(const xmlNode* node, const char* name) {
  return find_attribute(node, name) != nullptr;
}

xmlNode* next_beside(const xmlNode* node, const xmlNode* root) {
  while (node != root) {
    if (node->next != nullptr) return node->next;
    node = node->parent;
    if (node == nullptr) return nullptr;
  }
  return nullptr;
}

xmlNode* next_node(const xmlNode* node, const xmlNode* root) {
  // Below an entity's reference lies its declaration, which leads out of the tree.
  if (node->children != nullptr && is_element(node)) return node->children;
  return next_beside(node, root);
}

std::string all_text(const xmlNode* root) {
  std::string text;
  for (const xmlNode* n = root; n != nullptr; n = next_node(n, root)) {
    if (is_text(n)) text += text_of(n);
  }
  return text;
}

const xmlNode* find_element(const xmlNode* root, std::string_view name) {
  for (const xmlNode* n = root; n != nullptr; n = next_node(n, root)) {
    if (name_of(n) == name) return n;
  }
  return nullptr;
}

std::string squeezed(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool no_break = c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (no_break) ++i;
    if (no_break || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

}  // namespace dragoman
