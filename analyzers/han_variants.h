// Traditional Han characters and their simplified forms, sorted; made at build time from
// ICU's Traditional-Simplified transform, so that nothing is loaded when a program starts.
#pragma once

#include <cstddef>

namespace dragoman {

struct HanVariant {
  char32_t traditional;
  char32_t simplified;
};

extern const HanVariant kHanVariants[];
extern const std::size_t kHanVariantCount;

}  // namespace dragoman
