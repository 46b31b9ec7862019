#include "readers/fields.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ascii.h"
#include "readers/date_text.h"

namespace dragoman {
namespace {

struct Field {
  std::string_view name;
  std::string Document::*member;
};
constexpr Field kFields[] = {
    {"id", &Document::id},         {"title", &Document::title},   {"body", &Document::body},
    {"date", &Document::date},     {"lang", &Document::lang},     {"url", &Document::url},
    {"source", &Document::source}, {"symbol", &Document::symbol}, {"type", &Document::type}};

// What other dumps call a document's text and title, the usual first.
struct Alias {
  std::string_view field;
  std::string_view key;
};
constexpr Alias kAliases[] = {
    {"body", "text"},
    {"body", "content"},
    {"body", "fulltext"},
    {"body", "full_text"},
    {"body", "articleBody"},
    {"body", "article"},
    {"body", "maintext"},
    {"body", "description"},
    {"body", "summary"},
    {"title", "headline"},
    {"title", "heading"},
    {"title", "name"},
    {"title", "subject"},
    {"date", "published"},
    {"date", "pubDate"},
    {"date", "datePublished"},
    {"date", "date_published"},
    {"date", "published_at"},
    {"date", "publication_date"},
    {"date", "publishedAt"},
    {"date", "pub_date"},
    {"lang", "language"},
    {"url", "link"},
    {"url", "uri"},
};

const Field* find_field(std::string_view name) {
  const auto* found = std::find_if(std::begin(kFields), std::end(kFields),
                                   [name](const Field& f) { return f.name == name; });
  return found == std::end(kFields) ? nullptr : found;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

void set_field(Document& document, const Field& field, std::string value) {
  std::string& member = document.*field.member;
  if (field.name == "date") {
    std::string iso = parse_date(value);
    // What cannot be understood is not lost.
    if (iso.empty() && !value.empty()) document.extra.push_back({"date", std::move(value)});
    member = std::move(iso);
  } else if (field.name == "lang") {
    member = language_code(value);
  } else {
    member = std::move(value);
  }
}

}  // namespace

std::string_view FieldTaker::field_of(std::string_view key) const {
  const auto mapped = std::find_if(options_.map.begin(), options_.map.end(),
                                   [key](const FieldMapping& m) { return m.key == key; });
  if (mapped != options_.map.end()) return mapped->field;
  // With --map title=headline a key "title" is not the title any more.
  return is_mapped(key) ? std::string_view() : key;
}

bool FieldTaker::is_mapped(std::string_view field) const {
  return std::any_of(options_.map.begin(), options_.map.end(),
                     [field](const FieldMapping& m) { return m.field == field; });
}

void FieldTaker::take(Document& document, std::string_view key, std::string value) const {
  const Field* field = find_field(field_of(key));
  if (field != nullptr) return set_field(document, *field, std::move(value));
  if (!value.empty()) document.extra.push_back({std::string(key), std::move(value)});
}

void FieldTaker::complete(Document& document) const {
  for (const Alias& alias : kAliases) {
    const Field& field = *find_field(alias.field);
    if (!(document.*field.member).empty() || is_mapped(alias.field)) continue;
    const auto found =
        std::find_if(document.extra.begin(), document.extra.end(),
                     [&](const ExtraField& e) { return equal_ignoring_case(e.key, alias.key); });
    if (found == document.extra.end()) continue;
    std::string value = std::move(found->value);
    document.extra.erase(found);
    set_field(document, field, std::move(value));
  }
}

bool FieldTaker::is_text(std::string_view key) const {
  const auto is_text_field = [](std::string_view f) { return f == "title" || f == "body"; };
  if (is_text_field(field_of(key))) return true;
  return std::any_of(std::begin(kAliases), std::end(kAliases), [&](const Alias& a) {
    return is_text_field(a.field) && !is_mapped(a.field) && equal_ignoring_case(key, a.key);
  });
}

std::string language_code(std::string_view tag) {
  if (tag.size() < 2 || tag.size() > 35) return {};
  std::array<char, ULOC_LANG_CAPACITY> language = {};
  UErrorCode status = U_ZERO_ERROR;
  // ICU turns three letters into two where there are two.
  const std::int32_t length = uloc_getLanguage(std::string(tag).c_str(), language.data(),
                                               static_cast<std::int32_t>(language.size()), &status);
  const bool good = U_SUCCESS(status) && (length == 2 || length == 3);
  return good ? std::string(language.data(), static_cast<std::size_t>(length)) : std::string();
}

}  // namespace dragoman
