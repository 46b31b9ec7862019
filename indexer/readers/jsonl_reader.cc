#include "readers/jsonl_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace dragoman {
namespace {

struct Key {
  const char* name;
  std::string Document::*field;
};
constexpr Key kKeys[] = {{"id", &Document::id},         {"title", &Document::title}, {"body", &Document::body},
                         {"date", &Document::date},     {"lang", &Document::lang},   {"url", &Document::url},
                         {"source", &Document::source}, {"symbol", &Document::symbol}, {"type", &Document::type}};

std::string field_of(const std::string& key, const ReadOptions& options) {
  const auto mapped = std::find_if(options.map.begin(), options.map.end(),
                                   [&key](const FieldMapping& m) { return m.key == key; });
  return mapped == options.map.end() ? key : mapped->field;
}

void take(Document& document, const std::string& field, std::string value) {
  const auto* known = std::find_if(std::begin(kKeys), std::end(kKeys), [&field](const Key& k) { return field == k.name; });
  if (known != std::end(kKeys)) {
    document.*(known->field) = std::move(value);
  } else {
    document.extra.push_back({field, std::move(value)});
  }
}

}  // namespace

Result<Document> read_json_line(const std::string& line, const ReadOptions& options) {
  nlohmann::json json;
  try {
    json = nlohmann::json::parse(line);
  } catch (const nlohmann::json::parse_error& error) {
    return Error{Errc::kMalformed, "malformed JSON at byte " + std::to_string(error.byte), ""};
  }
  if (!json.is_object()) return Error{Errc::kMalformed, "not a JSON object", ""};
  Document document;
  for (const auto& [key, value] : json.items()) {
    if (value.is_string()) {
      take(document, field_of(key, options), value.get<std::string>());
    } else if (value.is_number() || value.is_boolean()) {
      take(document, field_of(key, options), value.dump());
    }
  }
  if (!json.contains("body") && document.title.empty() && document.id.empty()) {
    return Error{Errc::kMalformed, "no body, title or id", ""};
  }
  return document;
}

}  // namespace dragoman
