#include "han_boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "utf8.h"

namespace dragoman {
namespace {

bool has_ideograph(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (u_hasBinaryProperty(static_cast<UChar32>(next_code_point(text, i)), UCHAR_IDEOGRAPHIC))
      return true;
  }
  return false;
}

}  // namespace

HanBoundaries::HanBoundaries(std::string_view text) {
  if (!has_ideograph(text)) return;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_FAILURE(status)) return;
  words->setText(&source, status);
  std::size_t at = 0;
  for (std::int32_t end = words->next(); U_SUCCESS(status) && end != icu::BreakIterator::DONE;
       end = words->next()) {
    const auto stop = static_cast<std::size_t>(end);
    if (at < stop) next_code_point(text, at);
    while (at < stop) {
      inside_.push_back(static_cast<std::uint32_t>(at));
      next_code_point(text, at);
    }
  }
  utext_close(&source);
}

bool HanBoundaries::at(std::uint32_t byte) const {
  return !std::binary_search(inside_.begin(), inside_.end(), byte);
}

}  // namespace dragoman
