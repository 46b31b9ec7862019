// One line of JSON a query; offsets in code points. Keys that do not apply are left out.
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>

#include "printer.h"

namespace dragoman {
namespace {

using nlohmann::ordered_json;

// Turns the bytes of a text, asked in rising order, into code points.
class CodePoints {
 public:
  explicit CodePoints(const std::string& text) : text_(text) {}

  std::size_t before(std::size_t byte) {
    for (; at_ < byte && at_ < text_.size(); ++at_) {
      if ((static_cast<unsigned char>(text_[at_]) & 0xC0u) != 0x80u) ++count_;
    }
    return count_;
  }

 private:
  const std::string& text_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
};

ordered_json marks_of(const std::string& text, const std::vector<Mark>& marks) {
  CodePoints points(text);
  ordered_json all = ordered_json::array();
  for (const Mark& mark : marks) {
    const std::size_t begin = points.before(mark.begin);
    all.push_back({begin, points.before(mark.end), mark.what});
  }
  return all;
}

ordered_json hit_of(const Hit& hit) {
  ordered_json out;
  out["rank"] = hit.rank;
  out["id"] = hit.id;
  out["score"] = hit.score;
  const struct {
    const char* key;
    const std::string& value;
  } fields[] = {{"title", hit.title},   {"date", hit.date}, {"lang", hit.lang},
                {"source", hit.source}, {"url", hit.url},   {"symbol", hit.symbol},
                {"type", hit.type}};
  for (const auto& [key, value] : fields) {
    if (!value.empty()) out[key] = value;
  }
  if (!hit.extra.empty()) {
    for (const ExtraField& field : hit.extra) out["fields"][field.key] = field.value;
  }
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

class JsonPrinter : public Printer {
 public:
  explicit JsonPrinter(bool explain) : explain_(explain) {}

  std::string print(const Answer& answer, const std::optional<std::string>& id) override {
    ordered_json out;
    if (id) out["id"] = *id;
    out["query"] = answer.query;
    out["parsed"] = answer.parsed;
    if (explain_) out["compiled"] = answer.compiled;
    out["organizations"] = ordered_json::array();
    for (const QueryOrganizationLabel& o : answer.organizations) {
      out["organizations"].push_back({{"id", o.id}, {"text", o.text}, {"label", o.label}});
    }
    out["suggestion"] =
        answer.suggestions.empty() ? ordered_json() : ordered_json(answer.suggestions[0].query);
    if (!answer.missing.empty()) out["missing"] = answer.missing;
    for (const Suggestion& one : answer.suggestions) {
      out["suggestions"].push_back(
          {{"query", one.query}, {"reason", one.reason}, {"total", one.total}});
    }
    if (!answer.notes.empty()) out["notes"] = answer.notes;
    if (answer.partial) out["partial"] = true;
    out["total"] = answer.total;
    out["total_exact"] = answer.total_exact;
    out["took_us"] = answer.took_us;
    out["hits"] = ordered_json::array();
    for (const Hit& hit : answer.hits) out["hits"].push_back(hit_of(hit));
    for (const Facet& facet : answer.facets) out["facets"][facet.field] = values_of(facet);
    return without_commands_of(out.dump(-1, ' ', false, ordered_json::error_handler_t::replace)) +
           "\n";
  }

 private:
  static ordered_json values_of(const Facet& facet) {
    ordered_json values = ordered_json::array();
    for (const FacetValue& value : facet.values) {
      ordered_json one = {{"value", value.value}};
      if (!value.label.empty()) one["label"] = value.label;
      one["count"] = value.count;
      values.push_back(std::move(one));
    }
    return values;
  }

  bool explain_;
};

}  // namespace

std::unique_ptr<Printer> make_json_printer(const SearchOptions& options) {
  return std::make_unique<JsonPrinter>(options.explain);
}

}  // namespace dragoman
