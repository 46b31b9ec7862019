#include "ideograph_words.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

namespace dragoman {

std::vector<Span> ideograph_words(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  std::vector<Span> whole = {{0, static_cast<std::uint32_t>(text.size())}};
  if (U_FAILURE(status)) return whole;
  words->setText(&source, status);
  std::vector<Span> spans;
  for (std::int32_t from = words->first(), to = words->next();
       U_SUCCESS(status) && to != icu::BreakIterator::DONE; from = to, to = words->next()) {
    spans.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
  }
  utext_close(&source);
  return spans.empty() ? whole : spans;
}

}  // namespace dragoman
