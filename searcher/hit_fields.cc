#include "hit_fields.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "terminal_text.h"

namespace dragoman {
namespace {

constexpr std::string_view kKeyPrefix = "key.";

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
  return out;
}

std::string score_of(const Hit& hit) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", hit.score);
  return text;
}

std::string passages_of(const Hit& hit) {
  std::string out;
  for (const Passage& passage : hit.passages) out += (out.empty() ? "" : " … ") + passage.text;
  return out;
}

struct Field {
  std::string_view name;
  std::string (*value)(const Hit&);
};

constexpr std::array<Field, 12> kFields = {{
    {"rank", [](const Hit& hit) { return std::to_string(hit.rank); }},
    {"id", [](const Hit& hit) { return hit.id; }},
    {"score", score_of},
    {"date", [](const Hit& hit) { return hit.date; }},
    {"title", [](const Hit& hit) { return hit.title; }},
    {"symbol", [](const Hit& hit) { return hit.symbol; }},
    {"source", [](const Hit& hit) { return hit.source; }},
    {"type", [](const Hit& hit) { return hit.type; }},
    {"lang", [](const Hit& hit) { return hit.lang; }},
    {"url", [](const Hit& hit) { return hit.url; }},
    {"organizations", [](const Hit& hit) { return joined(hit.organizations); }},
    {"passages", passages_of},
}};

}  // namespace

const std::vector<std::string_view>& hit_field_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const Field& field : kFields) all.push_back(field.name);
    return all;
  }();
  return names;
}

std::optional<std::string> hit_field(const Hit& hit, std::string_view name) {
  if (name.starts_with(kKeyPrefix)) {
    const auto extra = std::find_if(
        hit.extra.begin(), hit.extra.end(),
        [name](const ExtraField& field) { return field.key == name.substr(kKeyPrefix.size()); });
    return extra == hit.extra.end() ? std::string() : without_commands(extra->value);
  }
  const auto field = std::find_if(kFields.begin(), kFields.end(),
                                  [name](const Field& one) { return one.name == name; });
  if (field == kFields.end()) return std::nullopt;
  return without_commands(field->value(hit));
}

}  // namespace dragoman
