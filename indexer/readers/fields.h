// Named values of a record (JSON, CSV, XML, SGML) as fields of a Document: names as the header
// document.h has them or as --map says, dates in ISO 8601, languages in two letters. What has no
// field of its own is kept as an extra.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/document.h"
#include "dragoman/indexer/reader.h"

namespace dragoman {

class FieldTaker {
 public:
  // `options` must outlive it.
  explicit FieldTaker(const ReadOptions& options) : options_(options) {}

  void take(Document& document, std::string_view key, std::string value) const;

  // When a record has no field "body" or "title" of its own, moves there what it calls otherwise:
  // text, content, headline … (not when --map speaks of the field).
  void complete(Document& document) const;

  // Whether a column or key of this name can be a document's text or title.
  bool is_text(std::string_view key) const;

 private:
  std::string_view field_of(std::string_view key) const;
  bool is_mapped(std::string_view field) const;

  const ReadOptions& options_;
};

// "en-US" -> "en", "rus" -> "ru"; empty for what is no language.
std::string language_code(std::string_view tag);

}  // namespace dragoman
