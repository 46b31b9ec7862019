#include "han_definitions.h"

#include <array>
#include <optional>

#include "char_kind.h"
#include "punctuation.h"
#include "utf8.h"

namespace dragoman {
namespace {

constexpr std::string_view kCalled[] = {"简称", "簡稱"};
constexpr std::string_view kBefore[] = {"以下", "下称", "下稱"};
constexpr std::size_t kMostShort = 12;
constexpr std::size_t kMostLong = 40;

bool is_han(char32_t c) { return kind_of(c) == CharKind::kLetter && c >= 0x3400; }

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The run of Han characters at `at`, behind colons and quotation marks.
Span short_form_at(std::string_view text, std::size_t at) {
  at = skip_spaces_and_quotes(text, at);
  std::size_t end = at;
  for (std::size_t count = 0; end < text.size() && count < kMostShort; ++count) {
    std::size_t after = end;
    if (!is_han(next_code_point(text, after))) break;
    end = after;
  }
  return span_of(at, end);
}

// Before "（以下简称": the end of the long form.
std::optional<std::size_t> end_of_long_form(std::string_view text, std::size_t called) {
  std::size_t at = called;
  for (const std::string_view word : kBefore) {
    if (text.substr(0, at).ends_with(word)) at -= word.size();
  }
  if (at == 0) return std::nullopt;
  const char32_t c = previous_code_point(text, at);
  if (!is_open_bracket(c) && c != U'，' && c != U',') return std::nullopt;
  return at;
}

// Finds the characters of the short form in those before `end`, the last ones first.
std::optional<std::size_t> start_of_long_form(std::string_view text, Span short_form,
                                              std::size_t end) {
  std::size_t wanted = short_form.end;
  std::size_t at = end;
  for (std::size_t count = 0; at > 0 && count < kMostLong; ++count) {
    const char32_t c = previous_code_point(text, at);
    if (!is_han(c)) return std::nullopt;
    std::size_t before = wanted;
    if (previous_code_point(text, before) != c) continue;
    wanted = before;
    if (wanted == short_form.begin) return at;
  }
  return std::nullopt;
}

void define_at(std::string_view text, std::size_t called, std::size_t after,
               std::vector<Definition>& definitions) {
  const Span short_form = short_form_at(text, after);
  const std::optional<std::size_t> end = end_of_long_form(text, called);
  if (!end || short_form.begin == short_form.end) return;
  const std::optional<std::size_t> begin = start_of_long_form(text, short_form, *end);
  if (begin && *end - *begin > short_form.end - short_form.begin)
    definitions.push_back({short_form, span_of(*begin, *end)});
}

}  // namespace

void find_han_definitions(std::string_view text, std::vector<Definition>& definitions) {
  for (const std::string_view called : kCalled) {
    for (std::size_t at = text.find(called); at != std::string_view::npos;
         at = text.find(called, at + called.size())) {
      define_at(text, at, at + called.size(), definitions);
    }
  }
}

}  // namespace dragoman
