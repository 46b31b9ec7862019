#include "hit_template.h"

#include <optional>
#include <utility>

#include "hit_fields.h"

namespace dragoman {
namespace {

constexpr std::string_view kEscapes = "ntr0\\";
constexpr std::string_view kMeanings{"\n\t\r\0\\", 5};

Error wrong(std::string message) {
  return {Errc::kUsage, std::move(message), "fields are " + template_fields()};
}

}  // namespace

std::string template_fields() {
  std::string words;
  for (const std::string_view name : hit_field_names()) words += "{" + std::string(name) + "}, ";
  return words + "and {key.NAME} for another key of the documents";
}

Result<HitTemplate> HitTemplate::parse(std::string_view text) {
  HitTemplate made;
  Part plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    const std::size_t escape = c == '\\' ? kEscapes.find(next) : std::string_view::npos;
    if (escape != std::string_view::npos && i + 1 < text.size()) {
      plain.text += kMeanings[escape];
      ++i;
    } else if ((c == '{' || c == '}') && next == c) {
      plain.text += c;
      ++i;
    } else if (c == '}') {
      return wrong("the template has a } without its {; }} stands for one");
    } else if (c != '{') {
      plain.text += c;
    } else {
      const std::size_t end = text.find('}', i);
      if (end == std::string_view::npos)
        return wrong("the template has a { without its }; {{ stands for one");
      Part field{true, std::string(text.substr(i + 1, end - i - 1))};
      if (!hit_field({}, field.text)) return wrong("hits have no field {" + field.text + "}");
      made.parts_.push_back(std::exchange(plain, {}));
      made.parts_.push_back(std::move(field));
      i = end;
    }
  }
  made.parts_.push_back(std::move(plain));
  return made;
}

std::string HitTemplate::filled(const Hit& hit) const {
  std::string out;
  for (const Part& part : parts_)
    out += part.field ? hit_field(hit, part.text).value_or("") : part.text;
  return out;
}

}  // namespace dragoman
