#include "readers/html_entities.h"

#include <algorithm>
#include <charconv>

#include "readers/code_points.h"

namespace dragoman {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr Entity kEntities[] = {
    {"lt", "<"},    {"gt", ">"},    {"amp", "&"},   {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},  {"mdash", "—"}, {"ndash", "–"}, {"hellip", "…"}, {"laquo", "«"},
    {"raquo", "»"}, {"ldquo", "“"}, {"rdquo", "”"}, {"lsquo", "‘"},  {"rsquo", "’"},
    {"sect", "§"},  {"deg", "°"},   {"cent", "¢"},  {"pound", "£"},  {"para", "¶"},
    {"bull", "•"},  {"blank", " "}, {"hyph", "-"},  {"reg", "®"},    {"copy", "©"}};

bool append_number(std::string_view digits, std::string& out) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  unsigned number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) return false;
  const bool control = number < 0x20 && number != '\t' && number != '\n';
  if (!control) append_code_point(out, static_cast<UChar32>(number));
  return true;
}

}  // namespace

bool take_entity(std::string_view text, std::size_t& i, std::string& out) {
  constexpr std::size_t kLongest = 12;
  const std::size_t end = text.substr(i, kLongest).find(';');
  if (text[i] != '&' || end == std::string_view::npos) return false;
  const std::string_view name = text.substr(i + 1, end - 1);
  if (name.starts_with('#')) {
    if (!append_number(name.substr(1), out)) return false;
  } else {
    const auto* found = std::find_if(std::begin(kEntities), std::end(kEntities),
                                     [name](const Entity& e) { return e.name == name; });
    if (found == std::end(kEntities)) return false;
    out += found->text;
  }
  i += end + 1;
  return true;
}

}  // namespace dragoman
