#include "entity_tag.h"

namespace dragoman {
namespace {

std::string_view opaque(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

bool has_entity_tag(std::string_view header, std::string_view tag) {
  constexpr std::string_view kBetween = " \t,";
  for (std::size_t at = 0;
       (at = header.find_first_not_of(kBetween, at)) != std::string_view::npos;) {
    const std::string_view rest = header.substr(at);
    if (rest[0] == '*') return true;
    const std::size_t open = rest.find('"');
    const std::size_t close =
        open == std::string_view::npos ? std::string_view::npos : rest.find('"', open + 1);
    if (close == std::string_view::npos) return false;
    if (opaque(rest.substr(0, close + 1)) == opaque(tag)) return true;
    at += close + 1;
  }
  return false;
}

}  // namespace dragoman
