#include "readers/whole_text.h"

#include <algorithm>

namespace dragoman {

std::string size_in_words(std::uint64_t bytes) {
  for (const auto& [unit, name] : {std::pair{30u, " GB"}, {20u, " MB"}, {10u, " KB"}}) {
    if (bytes >= 1ull << unit && bytes % (1ull << unit) == 0)
      return std::to_string(bytes >> unit) + name;
  }
  return std::to_string(bytes) + " bytes";
}

std::optional<std::string> read_whole(Input& input, Delivery& out, std::uint64_t most) {
  const std::uint64_t limit = std::min(out.options.max_bytes, most);
  std::optional<std::string> bytes;
  if (input.facts.size <= limit) bytes = input.rest(limit);
  if (!bytes && limit == out.options.max_bytes) {
    out.skip(input, "larger than --max-size (" + size_in_words(limit) + ")");
  } else if (!bytes) {
    out.skip(input,
             "larger than " + size_in_words(limit) + ", the most of its format that is read");
  } else if (bytes->empty()) {
    if (!input.error()) out.skip(input, "empty");
    return std::nullopt;
  }
  return bytes;
}

std::optional<std::string> read_whole_text(Input& input, Delivery& out, const DecodeHints& hints,
                                           Document& document, std::uint64_t most) {
  std::optional<std::string> bytes = read_whole(input, out, most);
  if (!bytes) return std::nullopt;
  return out.decode(input, std::move(*bytes), hints, document);
}

}  // namespace dragoman
