// A Document is what is indexed: one text with what is known about it.
#pragma once

#include <string>
#include <vector>

namespace dragoman {

// A key and value that Dragoman has no meaning for; kept, returned, searchable as key:value.
struct ExtraField {
  std::string key;
  std::string value;

  friend bool operator==(const ExtraField&, const ExtraField&) = default;
};

// All text is valid UTF-8. Empty means "not known".
struct Document {
  std::string id;  // unique in an index; a second document of the same id replaces the first
  std::string title;
  std::string body;
  std::string date;  // ISO 8601, as precise as known: 2016, 2016-11, 2016-11-24T13:44
  std::string lang;  // ISO 639-1
  std::string url;
  std::string source;
  std::string symbol;  // the document's own: A/RES/71/14
  std::string type;    // resolution, speech, news …
  std::vector<ExtraField> extra;
};

}  // namespace dragoman
