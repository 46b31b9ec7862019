#include "long_form_in_legend.h"

#include "punctuation.h"
#include "short_form_shape.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostTrailing = 4;  // words behind the last letter, before a delimiter
constexpr std::size_t kMostWords = 12;    // of a long form that no letter confirms

// In "EE = Eastern European group WEO = …", WEO is not part of the first long form.
void drop_next_short_form(std::string_view text, WordWindow& window) {
  if (window.size == 0) return;
  const std::size_t at = skip_spaces_and_quotes(text, window[window.size - 1].span.end);
  if (at >= text.size() || text[at] != '=') return;
  while (window.size > 1 && window[window.size - 1].joined) --window.size;
  --window.size;
}

// A footnote's letter, the number of a paragraph.
bool is_mark(std::string_view text, const WindowWord& word) {
  const std::size_t size = word.span.end - word.span.begin;
  return word.number || size == 1 || is_roman_numeral(text.substr(word.span.begin, size));
}

// The last word before a comma or a new sentence behind the words needed, without marks.
std::size_t end_of_entry(std::string_view text, const WordWindow& window, std::size_t needed) {
  std::size_t last = needed;
  while (last + 1 < window.size && !window[last + 1].comma &&
         !(window[last + 1].function && window[last + 1].capital)) {
    ++last;
  }
  while (last > needed && is_mark(text, window[last])) --last;
  return last;
}

}  // namespace

std::optional<LegendEntry> long_form_in_legend(std::string_view text, std::size_t at,
                                               const ShortLetters& letters) {
  LegendEntry entry{words_after(text, at), {}};
  drop_next_short_form(text, entry.window);
  const WordWindow& window = entry.window;
  if (window.size == 0) return std::nullopt;
  const std::optional<Alignment> alignment = align_after(text, window, letters);
  if (alignment &&
      (alignment->is_good(letters) || is_found_in_one_word(*alignment, window, letters))) {
    const std::size_t last = end_of_entry(text, window, alignment->matched);
    const bool near = last <= alignment->matched + kMostTrailing;
    entry.words = {alignment->words.first, near ? last : alignment->matched};
    return entry;
  }
  entry.words.last = end_of_entry(text, window, 0);
  const bool likely = letters.capitals >= 2 && entry.words.last >= 1 &&
                      entry.words.last < kMostWords && !window[0].number;
  if (!likely) return std::nullopt;
  return entry;
}

}  // namespace dragoman
