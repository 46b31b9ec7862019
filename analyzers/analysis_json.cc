#include "dragoman/analyzers/analysis_json.h"

#include <nlohmann/json.hpp>

#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/analyzers/people.h"
#include "dragoman/code_points.h"

namespace dragoman {
namespace {

using nlohmann::json;

constexpr const char* kForms[] = {"name", "acronym", "alias", "former", "adjective"};
constexpr const char* kCertainties[] = {"possible", "probable", "certain"};

// Spans of a text, in code points.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text), points_(text) {}

  json pair(Span span) const { return {points_.before(span.begin), points_.before(span.end)}; }

  json with_place(json out, Span span) const {
    out["start"] = points_.before(span.begin);
    out["end"] = points_.before(span.end);
    return out;
  }

  json with_text(json out, Span span) const {
    out["text"] = text_.substr(span.begin, span.end - span.begin);
    return with_place(std::move(out), span);
  }

 private:
  std::string_view text_;
  CodePoints points_;
};

json described(const Places& places, const OrganizationMention& m) {
  return places.with_text({{"id", organization(m.organization).id},
                           {"form", kForms[static_cast<int>(m.form)]},
                           {"certainty", kCertainties[static_cast<int>(m.certainty)]}},
                          m.span);
}

json described(const Places& places, const Definition& d) {
  json out = {{"short", places.pair(d.short_form)}, {"long", places.pair(d.long_form)}};
  if (d.organization) out["org"] = organization(*d.organization).id;
  return out;
}

json described(const Places& places, const SymbolMention& m) {
  return places.with_text({{"symbol", m.symbol}}, m.span);
}

json described(const Places& places, const DateMention& m) {
  json out = places.with_place({{"from", m.from}, {"to", m.to}}, m.span);
  if (m.inferred) out["inferred"] = true;
  if (m.ambiguous) out["ambiguous"] = true;
  return out;
}

json described(const Places& places, const PersonMention& m) {
  return places.with_place({{"id", person(m.person).id},
                            {"name", person(m.person).name},
                            {"certainty", kCertainties[static_cast<int>(m.certainty)]}},
                           m.span);
}

json described(const Places& places, const Token& token) {
  return places.with_place({{"term", token.term}, {"position", token.position}}, token.span);
}

json described(const Places& places, Span span) { return places.pair(span); }

template <typename Things>
json all_of(const Places& places, const Things& things) {
  json out = json::array();
  for (const auto& thing : things) out.push_back(described(places, thing));
  return out;
}

// What is no JSON is taken for the name itself.
json name_of(const std::string& id) {
  json name = json::parse(id, nullptr, /*allow_exceptions=*/false);
  return name.is_discarded() ? json(id) : name;
}

}  // namespace

std::string analysis_json(std::string_view text, const Analysis& analysis,
                          const AnalysisJsonOptions& options) {
  const Places places(text);
  json out;
  if (options.id) out["id"] = name_of(*options.id);
  out["lang"] = analysis.lang;
  out["organizations"] = all_of(places, analysis.organizations);
  out["acronyms"] = all_of(places, analysis.acronyms);
  out["definitions"] = all_of(places, analysis.definitions);
  out["symbols"] = all_of(places, analysis.symbols);
  out["dates"] = all_of(places, analysis.dates);
  out["people"] = all_of(places, analysis.people);
  if (options.tokens && !analysis.tokens.empty()) out["tokens"] = all_of(places, analysis.tokens);
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace dragoman
