#include "readers/json_ld.h"

#include <simdjson.h>

#include <algorithm>

namespace dragoman {
namespace {

using simdjson::dom::element;

constexpr std::string_view kArticleTypes[] = {"Article", "BlogPosting",  "Report",
                                              "WebPage", "CreativeWork", "LiveBlogPosting"};

void take(const simdjson::dom::object& object, const char* key, std::string& value) {
  std::string_view text;
  if (value.empty() && !object[key].get(text)) value = text;
}

bool is_article_type(std::string_view type) {
  return std::any_of(std::begin(kArticleTypes), std::end(kArticleTypes),
                     [type](std::string_view t) { return type.ends_with(t); });
}

// Whether "@type" is an article's, alone or in a list.
bool is_article(const simdjson::dom::object& object) {
  element type;
  if (object["@type"].get(type)) return false;
  std::string_view text;
  if (!type.get(text)) return is_article_type(text);
  simdjson::dom::array list;
  if (type.get(list)) return false;
  return std::any_of(list.begin(), list.end(), [](const element& one) {
    std::string_view name;
    return !one.get(name) && is_article_type(name);
  });
}

void read_element(const element& value, LinkedData& data, int depth) {
  constexpr int kDeepest = 4;
  if (depth > kDeepest) return;
  if (simdjson::dom::array list; !value.get(list)) {
    for (const element one : list) read_element(one, data, depth + 1);
    return;
  }
  simdjson::dom::object object;
  if (value.get(object)) return;
  if (is_article(object)) {
    take(object, "headline", data.headline);
    take(object, "datePublished", data.date_published);
    take(object, "inLanguage", data.language);
    take(object, "articleBody", data.article_body);
    simdjson::dom::object publisher;
    if (!object["publisher"].get(publisher)) take(publisher, "name", data.publisher);
  }
  element inner;
  if (!object["@graph"].get(inner)) read_element(inner, data, depth + 1);
  if (!object["mainEntity"].get(inner)) read_element(inner, data, depth + 1);
}

}  // namespace

void read_json_ld(std::string_view text, LinkedData& data) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(text.data(), text.size(), true).get(root)) return;
  read_element(root, data, 0);
}

}  // namespace dragoman
