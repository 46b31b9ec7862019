#include "readers/delivery.h"

#include <utility>

#include "ascii.h"
#include "readers/fields.h"

namespace dragoman {
namespace {

void take_default(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

// "3 places are not valid UTF-8".
std::string mended_in_words(const Decoded& decoded) {
  const std::string places = decoded.mended.count == 1
                                 ? "one place is not"
                                 : std::to_string(decoded.mended.count) + " places are not";
  return places + " valid " + decoded.charset + "; U+FFFD stands there now";
}

}  // namespace

void Delivery::begin_input() {
  budget.reset();
  told_.clear();
}

void Delivery::give(const Input& input, Document document, std::string_view place) {
  if (stopped_) return;
  // A record that has at least a name of its own is kept.
  if (is_blank(document.title) && is_blank(document.body) && document.id.empty()) {
    return skip(input, "no text in it");
  }
  const Document& defaults = input.facts.defaults;
  for (std::string Document::*field : {&Document::date, &Document::lang, &Document::url,
                                       &Document::source, &Document::symbol, &Document::type}) {
    take_default(document.*field, defaults.*field);
  }
  document.extra.insert(document.extra.end(), defaults.extra.begin(), defaults.extra.end());
  if (options.lang != "auto") take_default(document.lang, options.lang);
  document.lang = language_code(document.lang);
  if (document.id.empty()) {
    document.id = input.facts.name;
    if (!place.empty()) document.id.append("#").append(place);
  }
  ++documents_;
  stopped_ = !sink_.document(std::move(document));
}

void Delivery::skip(const Input& input, std::string reason, std::uint64_t line) {
  ++notes_;
  sink_.skipped({input.facts.name, line, std::move(reason)});
}

void Delivery::warn(const Input& input, std::string words, std::uint64_t line,
                    std::optional<std::uint64_t> offset) {
  ++notes_;
  sink_.warning({input.facts.name, line, offset, std::move(words)});
}

void Delivery::warn_once(const Input& input, std::string_view kind, std::string words,
                         std::uint64_t line, std::optional<std::uint64_t> offset) {
  std::string key = input.facts.name;
  key.append("\n").append(kind);
  if (told_.insert(std::move(key)).second) warn(input, std::move(words), line, offset);
}

std::string Delivery::decode(const Input& input, std::string bytes, const DecodeHints& hints,
                             Document& document) {
  Decoded decoded = decode_text(std::move(bytes), hints);
  if (decoded.mended.count > 0) {
    warn(input, mended_in_words(decoded), 0, decoded.mended.first);
  }
  if (!decoded.overruled.empty()) {
    warn(input, "says that it is " + decoded.overruled + ", and is read as " + decoded.charset);
  } else if (decoded.guessed) {
    warn(input, "does not say its encoding; read as " + decoded.charset);
  }
  if (decoded.mojibake) warn(input, "was encoded twice (mojibake); repaired");
  if (decoded.charset != "UTF-8") document.extra.push_back({"charset", decoded.charset});
  return std::move(decoded.text);
}

}  // namespace dragoman
