#include <cstdio>
#include <cstdlib>

#include "readers/utf8_mend.h"
#include "target.h"

namespace dragoman::fuzz {
namespace {

bool within_character(std::string_view text, std::uint32_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
}

}  // namespace

void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

void promise_utf8(std::string_view text, const char* what) {
  promise(!find_ill_formed(text), what);
}

void promise_range(std::uint32_t begin, std::uint32_t end, std::string_view text, bool sound,
                   const char* what) {
  promise(begin <= end && end <= text.size(), what);
  promise(!sound || (!within_character(text, begin) && !within_character(text, end)), what);
}

std::uint8_t take_choice(std::string_view& input) {
  if (input.empty()) return 0;
  const auto choice = static_cast<std::uint8_t>(input.front());
  input.remove_prefix(1);
  return choice;
}

}  // namespace dragoman::fuzz
