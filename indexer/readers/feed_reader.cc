// RSS (0.9x, 1.0, 2.0) and Atom: a document an item.
#include <set>

#include "readers/date_text.h"
#include "readers/html_metadata.h"
#include "readers/html_text.h"
#include "readers/markup_tree.h"
#include "readers/readers.h"
#include "readers/whole_text.h"
#include "readers/xml_text.h"

namespace dragoman {
namespace {

const xmlNode* child(const xmlNode* element, std::string_view name) {
  for (const xmlNode* n = element->children; n != nullptr; n = n->next) {
    if (name_of(n) == name) return n;
  }
  return nullptr;
}

std::string child_text(const xmlNode* element, std::string_view name) {
  const xmlNode* found = child(element, name);
  return found == nullptr ? std::string() : squeezed(all_text(found));
}

// HTML in a feed's element as text.
std::string fragment_text(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos) return squeezed(html);
  // What begins without a tag would be taken for one paragraph only.
  const Tree tree = parse_html("<html><body>" + std::string(html) + "</body></html>");
  const xmlNode* root = root_of(tree);
  return root == nullptr ? std::string() : html_text(root, [](const xmlNode*) { return false; });
}

// Content that is text, HTML written as text, or XHTML elements.
std::string content_text(const xmlNode* element) {
  const std::string_view type = attribute(element, "type");
  for (const xmlNode* n = element->children; n != nullptr; n = n->next) {
    if (is_element(n)) return html_text(element, [](const xmlNode*) { return false; });
  }
  const std::string text = all_text(element);
  return type == "text" ? squeezed(text) : fragment_text(text);
}

std::string title_text(const xmlNode* element) {
  const xmlNode* title = child(element, "title");
  return title == nullptr ? std::string() : squeezed(content_text(title));
}

// The fullest of what an item has of its text.
std::string body_text(const xmlNode* item) {
  std::string best;
  for (const xmlNode* n = item->children; n != nullptr; n = n->next) {
    const std::string_view name = name_of(n);
    if (name != "encoded" && name != "content" && name != "description" && name != "summary" &&
        name != "full-text" && name != "fulltext") {
      continue;
    }
    std::string text = content_text(n);
    if (text.size() > best.size()) best = std::move(text);
  }
  return best;
}

// Atom has it in an attribute, RSS as text.
std::string link_of(const xmlNode* item) {
  std::string link;
  for (const xmlNode* n = item->children; n != nullptr; n = n->next) {
    if (name_of(n) != "link") continue;
    const std::string_view rel = attribute(n, "rel");
    if (!rel.empty() && rel != "alternate") continue;
    const std::string_view address = attribute(n, "href");
    link = address.empty() ? squeezed(all_text(n)) : std::string(address);
    if (!link.empty()) break;
  }
  return link;
}

std::string date_of(const xmlNode* item) {
  for (const char* name : {"pubDate", "published", "issued", "date", "created", "updated"}) {
    if (std::string date = parse_date(child_text(item, name)); !date.empty()) return date;
  }
  return {};
}

std::string guid_of(const xmlNode* item) {
  for (const char* name : {"guid", "id"}) {
    if (std::string id = child_text(item, name); !id.empty()) return id;
  }
  const std::string_view about = attribute(item, "about");
  return about.empty() ? link_of(item) : std::string(about);
}

// Whether it names the item everywhere, not only within its feed.
bool is_global(std::string_view guid) {
  return guid.find("://") != std::string_view::npos || guid.starts_with("tag:") ||
         guid.starts_with("urn:");
}

class FeedReader {
 public:
  FeedReader(const Input& input, Delivery& out) : input_(input), out_(out) {}

  void read(const xmlNode* root, const Document& common) {
    common_ = common;
    const xmlNode* channel = child(root, "channel");
    const xmlNode* head = channel == nullptr ? root : channel;
    common_.source = title_text(head);
    common_.lang = child_text(head, "language");
    if (common_.lang.empty()) common_.lang = attribute(root, "lang");
    // RSS 1.0 has its items beside the channel.
    for (const xmlNode* parent : {root, channel}) {
      if (parent == nullptr) continue;
      for (const xmlNode* n = parent->children; n != nullptr && !out_.stopped(); n = n->next) {
        if (name_of(n) == "item" || name_of(n) == "entry") read_item(n);
      }
    }
    if (number_ == 0) out_.skip(input_, "a feed without items");
  }

 private:
  void read_item(const xmlNode* item) {
    ++number_;
    const auto line = static_cast<std::uint64_t>(xmlGetLineNo(item));
    const std::string guid = guid_of(item);
    if (!guid.empty() && !seen_.insert(guid).second) {
      return out_.warn(input_, "an item that was there before (" + guid + ") is left out", line);
    }
    Document document = common_;
    document.title = title_text(item);
    document.body = body_text(item);
    document.date = date_of(item);
    document.url = link_of(item);
    if (const std::string_view lang = attribute(item, "lang"); !lang.empty()) document.lang = lang;
    if (is_global(guid)) document.id = guid;
    add_extra(item, document);
    if (document.title.empty() && document.body.empty()) {
      return out_.skip(input_, "an item with neither title nor text", line);
    }
    out_.give(input_, std::move(document), guid.empty() ? std::to_string(number_) : guid);
  }

  static void add_extra(const xmlNode* item, Document& document) {
    for (const xmlNode* n = item->children; n != nullptr; n = n->next) {
      const std::string_view name = name_of(n);
      if (name == "author" || name == "creator") {
        const xmlNode* person = child(n, "name");
        document.extra.push_back({"author", squeezed(all_text(person == nullptr ? n : person))});
      } else if (name == "category" || name == "subject") {
        const std::string_view term = attribute(n, "term");
        document.extra.push_back(
            {"category", term.empty() ? squeezed(all_text(n)) : std::string(term)});
      }
      if (!document.extra.empty() && document.extra.back().value.empty()) document.extra.pop_back();
    }
  }

  const Input& input_;
  Delivery& out_;
  Document common_;  // what all items share
  std::uint64_t number_ = 0;
  std::set<std::string> seen_;
};

}  // namespace

void read_feed(Input& input, Delivery& out) {
  constexpr std::size_t kHead = 1024;
  std::string declared = input.facts.charset;
  if (declared.empty()) declared = declared_html_charset(input.ahead(kHead));
  Document common;
  const std::optional<std::string> text =
      read_whole_text(input, out, {declared, true}, common, kMostMarkup);
  if (!text) return;
  bool complete = false;
  const Tree tree = parse_xml(*text, complete);
  if (!complete) out.warn(input, "not well-formed XML; read as far as it can be understood");
  const xmlNode* root = root_of(tree);
  if (root == nullptr) return out.skip(input, "malformed XML");
  FeedReader(input, out).read(root, common);
}

}  // namespace dragoman
