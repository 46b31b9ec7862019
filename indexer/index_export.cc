#include <utility>

#include <nlohmann/json.hpp>

#include "content_hash.h"
#include "document_records.h"
#include "dragoman/indexer/housekeeping.h"
#include "dragoman/schema.h"
#include "index_snapshot.h"
#include "live_documents.h"
#include "xapian_guard.h"

namespace dragoman {
namespace {

// The language was found by the analyzer if the hash of what was given leaves it out. Then it must be
// found again, for a text of several languages is analyzed otherwise when one is given.
void forget_found_language(Document& document, const std::string& hash) {
  const std::string lang = std::exchange(document.lang, "");
  if (content_hash(document) != hash) document.lang = lang;
}

// Several values of one key are an array.
void add(nlohmann::ordered_json& json, const ExtraField& field) {
  nlohmann::ordered_json& value = json[field.key];
  if (value.is_null()) {
    value = field.value;
    return;
  }
  if (!value.is_array()) value = nlohmann::ordered_json::array({value});
  value.push_back(field.value);
}

std::string line_of(const Document& document) {
  nlohmann::ordered_json json;
  json["id"] = document.id;
  const struct {
    const char* key;
    const std::string& value;
  } fields[] = {{"title", document.title}, {"date", document.date},     {"lang", document.lang},
                {"url", document.url},     {"source", document.source}, {"symbol", document.symbol},
                {"type", document.type}};
  for (const auto& [key, value] : fields) {
    if (!value.empty()) json[key] = value;
  }
  for (const ExtraField& field : document.extra) add(json, field);
  json["body"] = document.body;
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<std::string> exported(const Xapian::Document& found) {
  Result<StoredDocument> stored = DocumentRecords(found).stored();
  if (!stored) return stored.error();
  Result<std::string> body = stored->body(0, stored->body_bytes);
  if (!body) return body.error();
  Document document = std::move(stored->metadata);
  document.body = std::move(*body);
  forget_found_language(document, found.get_value(kContentHashSlot));
  return line_of(document);
}

}  // namespace

Result<std::uint64_t> export_index(const std::string& directory,
                                   const std::function<bool(std::string_view line)>& write) {
  Result<IndexSnapshot> index = open_snapshot(directory);
  if (!index) return index.error();
  return guard_xapian("cannot read " + directory, [&]() -> Result<std::uint64_t> {
    std::uint64_t count = 0;
    for (const Xapian::Database& segment : index->segments) {
      for (const Xapian::docid number : live_documents(segment)) {
        const Result<std::string> line = exported(segment.get_document(number));
        if (!line) return line.error();
        if (!write(*line)) return count;
        ++count;
      }
    }
    return count;
  });
}

}  // namespace dragoman
