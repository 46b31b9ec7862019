#include "dragoman/searcher/answer_json.h"

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>

#include "dragoman/code_points.h"

namespace dragoman {
namespace {

using nlohmann::ordered_json;

ordered_json marks_of(const std::string& text, const std::vector<Mark>& marks) {
  const CodePoints points(text);
  ordered_json all = ordered_json::array();
  for (const Mark& mark : marks)
    all.push_back({points.before(mark.begin), points.before(mark.end), mark.what});
  return all;
}

// What is known about a hit or a document; keys in this order.
template <typename Described>
void add_metadata(ordered_json& out, const Described& described) {
  const struct {
    const char* key;
    const std::string& value;
  } fields[] = {{"title", described.title}, {"date", described.date},
                {"lang", described.lang},   {"source", described.source},
                {"url", described.url},     {"symbol", described.symbol},
                {"type", described.type}};
  for (const auto& [key, value] : fields) {
    if (!value.empty()) out[key] = value;
  }
  for (const ExtraField& field : described.extra) out["fields"][field.key] = field.value;
}

ordered_json hit_of(const Hit& hit) {
  ordered_json out;
  out["rank"] = hit.rank;
  out["id"] = hit.id;
  out["score"] = hit.score;
  add_metadata(out, hit);
  out["organizations"] = hit.organizations;
  out["copies"] = hit.copies;
  if (!hit.title_marks.empty()) out["title_marks"] = marks_of(hit.title, hit.title_marks);
  for (const MatchedPart& part : hit.matched) {
    out["matched"].push_back(
        {{"what", part.what}, {"count", part.count}, {"in_title", part.in_title}});
  }
  out["passages"] = ordered_json::array();
  for (const Passage& passage : hit.passages) {
    out["passages"].push_back({{"text", passage.text},
                               {"start", passage.start},
                               {"marks", marks_of(passage.text, passage.marks)}});
  }
  return out;
}

// JSON escapes C0; DEL, C1 and what turns the direction are escaped here, so that a terminal that shows the JSON
// does not obey them. In JSON both are the same text.
std::string without_commands_of(std::string_view json) {
  std::string out;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const auto byte = [json, i](std::size_t ahead) {
      return i + ahead < json.size() ? static_cast<unsigned char>(json[i + ahead]) : 0u;
    };
    const unsigned third = byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81) ? byte(2) : 0;
    const bool turn =
        byte(1) == 0x80 ? third >= 0xAA && third <= 0xAE : third >= 0xA6 && third <= 0xA9;
    const bool c1 = byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F;
    if (byte(0) != 0x7F && !c1 && !turn) {
      out += json[i];
      continue;
    }
    const unsigned code = c1     ? byte(1)
                          : turn ? 0x2000 + ((byte(1) & 1) << 6) + (third & 0x3F)
                                 : 0x7F;
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04x", code);
    out += escape;
    i += c1 ? 1 : turn ? 2 : 0;
  }
  return out;
}

std::string line_of(const ordered_json& json) {
  return without_commands_of(json.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

ordered_json values_of(const Facet& facet) {
  ordered_json values = ordered_json::array();
  for (const FacetValue& value : facet.values) {
    ordered_json one = {{"value", value.value}};
    if (!value.label.empty()) one["label"] = value.label;
    one["count"] = value.count;
    values.push_back(std::move(one));
  }
  return values;
}

void add_suggestions(ordered_json& out, const Answer& answer) {
  out["suggestion"] =
      answer.suggestions.empty() ? ordered_json() : ordered_json(answer.suggestions[0].query);
  if (!answer.missing.empty()) out["missing"] = answer.missing;
  for (const Suggestion& one : answer.suggestions) {
    out["suggestions"].push_back(
        {{"query", one.query}, {"reason", one.reason}, {"total", one.total}});
  }
}

}  // namespace

std::string answer_json(const Answer& answer, const AnswerJsonOptions& options) {
  ordered_json out;
  if (options.id) out["id"] = *options.id;
  out["query"] = answer.query;
  out["parsed"] = answer.parsed;
  if (options.compiled) out["compiled"] = answer.compiled;
  out["organizations"] = ordered_json::array();
  for (const QueryOrganizationLabel& o : answer.organizations) {
    out["organizations"].push_back({{"id", o.id}, {"text", o.text}, {"label", o.label}});
  }
  add_suggestions(out, answer);
  if (!answer.notes.empty()) out["notes"] = answer.notes;
  if (answer.partial) out["partial"] = true;
  out["total"] = answer.total;
  out["total_exact"] = answer.total_exact;
  out["took_us"] = answer.took_us;
  out["hits"] = ordered_json::array();
  for (const Hit& hit : answer.hits) out["hits"].push_back(hit_of(hit));
  for (const Facet& facet : answer.facets) out["facets"][facet.field] = values_of(facet);
  return line_of(out);
}

std::string document_json(const MarkedDocument& shown) {
  const Document& document = shown.document;
  ordered_json out;
  out["id"] = document.id;
  add_metadata(out, document);
  if (!shown.title_marks.empty()) out["title_marks"] = marks_of(document.title, shown.title_marks);
  out["body"] = document.body;
  out["body_marks"] = marks_of(document.body, shown.body_marks);
  return line_of(out);
}

}  // namespace dragoman
