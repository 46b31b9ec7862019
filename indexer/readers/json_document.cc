#include "readers/json_document.h"

#include <simdjson.h>

#include <charconv>

#include "readers/fields.h"
#include "readers/json_mend.h"
#include "readers/mojibake.h"
#include "readers/utf8_mend.h"
#include "readers/utf8_stream.h"

namespace dragoman {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
static_assert(Input::kPadding >= simdjson::SIMDJSON_PADDING);

std::string number_text(double number) {
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
  return error == std::errc() ? std::string(digits, end) : std::string();
}

// The text of a scalar; false for null, arrays and objects.
bool scalar_text(const element& value, std::string& text) {
  switch (value.type()) {
    case element_type::STRING:
      text = std::string_view(value);
      return true;
    case element_type::INT64:
      text = std::to_string(std::int64_t(value));
      return true;
    case element_type::UINT64:
      text = std::to_string(std::uint64_t(value));
      return true;
    case element_type::DOUBLE:
      text = number_text(double(value));
      return true;
    case element_type::BOOL:
      text = bool(value) ? "true" : "false";
      return true;
    default:
      return false;
  }
}

const char* words_for(simdjson::error_code error) {
  switch (error) {
    case simdjson::UNCLOSED_STRING:
      return "malformed JSON: a string does not end";
    case simdjson::DEPTH_ERROR:
      return "malformed JSON: nested too deeply";
    case simdjson::STRING_ERROR:
      return "malformed JSON: a bad escape in a string";
    case simdjson::NUMBER_ERROR:
      return "malformed JSON: a bad number";
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return "a JSON value larger than can be read";
    default:
      return "malformed JSON";
  }
}

}  // namespace

struct JsonDocumentReader::State {
  State(const Input& from, Delivery& to, bool by_number)
      : input(from), out(to), fields(to.options), numbered(by_number) {}

  void skip(const std::string& reason, std::uint64_t line, const std::string& place) {
    out.skip(input, numbered ? "object " + place + ": " + reason : reason, line);
  }

  simdjson::error_code parse(std::string_view text, element& value) {
    return parser.parse(text.data(), text.size(), false).get(value);
  }

  void take_array(Document& document, std::string_view key,
                  const simdjson::dom::array& array) const {
    if (fields.is_text(key)) {  // paragraphs
      std::string all;
      std::string text;
      for (const element paragraph : array) {
        if (!scalar_text(paragraph, text) || text.empty()) continue;
        if (!all.empty()) all += "\n\n";
        all += text;
      }
      return take(document, key, std::move(all));
    }
    std::string text;
    for (const element item : array) {
      if (scalar_text(item, text)) take(document, key, std::move(text));
    }
  }

  void take(Document& document, std::string_view key, std::string value) const {
    // "\u0000" is legal JSON, and no text.
    if (value.find('\0') != std::string::npos) mend_utf8(value);
    fields.take(document, key, std::move(value));
  }

  // `prefix`: "headline." within {"headline": {"main": …}}, for --map title=headline.main.
  void take_object(Document& document, const std::string& prefix,
                   const simdjson::dom::object& object) const {
    std::string text;
    for (const auto& [key, value] : object) {
      std::string name;
      if (!prefix.empty()) name.append(prefix).append(key);
      const std::string_view full = prefix.empty() ? key : std::string_view(name);
      if (scalar_text(value, text)) {
        if (prefix.empty() || is_mapped(full)) take(document, full, std::move(text));
      } else if (value.is_array()) {
        if (prefix.empty() || is_mapped(full))
          take_array(document, full, simdjson::dom::array(value));
      } else if (value.is_object() && is_mapped_within(full)) {
        take_object(document, std::string(full) + ".", simdjson::dom::object(value));
      }
    }
  }

  bool is_mapped(std::string_view key) const {
    for (const FieldMapping& mapping : out.options.map) {
      if (mapping.key == key) return true;
    }
    return false;
  }

  bool is_mapped_within(std::string_view key) const {
    for (const FieldMapping& mapping : out.options.map) {
      if (mapping.key.size() > key.size() && mapping.key.starts_with(key) &&
          mapping.key[key.size()] == '.') {
        return true;
      }
    }
    return false;
  }

  // Whether the object has text, or is a record with an id and that will do; then it was given.
  bool give(const simdjson::dom::object& object, std::uint64_t line, const std::string& place,
            bool record = false) {
    Document document;
    take_object(document, "", object);
    fields.complete(document);
    const bool empty = document.title.empty() && document.body.empty();
    if (empty && !(record && !document.id.empty())) return false;
    for (std::string* text : {&document.title, &document.body}) {
      if (repair_mojibake(*text)) {
        out.warn_once(input, "mojibake",
                      "text encoded twice (mojibake) is repaired, here and further on", line);
      }
    }
    out.give(input, std::move(document), place);
    return true;
  }

  // Gives the objects of the only list that `object` has, if it has but one.
  bool give_list(const simdjson::dom::object& object, std::uint64_t line,
                 const std::string& place) {
    element list;
    std::size_t lists = 0;
    for (const auto& [key, value] : object) {
      if (!value.is_array() || simdjson::dom::array(value).size() == 0) continue;
      if (!(*simdjson::dom::array(value).begin()).is_object()) continue;
      list = value;
      ++lists;
    }
    if (lists != 1) return false;
    std::uint64_t number = 0;
    for (const element item : simdjson::dom::array(list)) {
      ++number;
      if (out.stopped()) break;
      const std::string item_place = place + "." + std::to_string(number);
      if (!item.is_object() || !give(simdjson::dom::object(item), line, item_place)) {
        out.skip(input,
                 "item " + std::to_string(number) + " of the list has neither title nor body",
                 line);
      }
    }
    return true;
  }

  const Input& input;
  Delivery& out;
  FieldTaker fields;
  bool numbered;
  simdjson::dom::parser parser;
  std::string mended;
};

JsonDocumentReader::JsonDocumentReader(const Input& input, Delivery& out, bool numbered)
    : state_(std::make_unique<State>(input, out, numbered)) {}
JsonDocumentReader::~JsonDocumentReader() = default;

void JsonDocumentReader::read(std::string_view text, std::uint64_t line, const std::string& place) {
  State& s = *state_;
  element value;
  simdjson::error_code error = s.parse(text, value);
  if (error != simdjson::SUCCESS) {
    s.mended = text;
    mend_piece(s.mended, s.input, s.out, line);
    s.mended = mend_json(s.mended);
    s.mended.reserve(s.mended.size() + Input::kPadding);
    error = s.parse(s.mended, value);
  }
  if (error != simdjson::SUCCESS) return s.skip(words_for(error), line, place);
  if (!value.is_object()) return s.skip("not a JSON object", line, place);
  const simdjson::dom::object object(value);
  if (s.give(object, line, place) || s.give_list(object, line, place)) return;
  if (s.give(object, line, place, /*record=*/true)) return;
  s.skip("no title, body or id", line, place);
}

}  // namespace dragoman
