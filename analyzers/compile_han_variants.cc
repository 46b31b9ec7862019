// Build tool: writes han_variants.cc to standard output.
#include <unicode/translit.h>

#include <iostream>
#include <memory>

namespace {

constexpr UChar32 kFirstHan = 0x3400;
constexpr UChar32 kLastHan = 0x9FFF;

}  // namespace

int main() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_simplified(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) {
    std::cerr << "ICU has no Traditional-Simplified transform: " << u_errorName(status) << '\n';
    return 1;
  }
  std::cout << "#include \"han_variants.h\"\n\nnamespace dragoman {\n\n"
               "const HanVariant kHanVariants[] = {\n";
  std::size_t count = 0;
  for (UChar32 c = kFirstHan; c <= kLastHan; ++c) {
    icu::UnicodeString text(c);
    to_simplified->transliterate(text);
    if (text.countChar32() != 1 || text.char32At(0) == c) continue;
    std::cout << "    {" << c << "u, " << text.char32At(0) << "u},\n";
    ++count;
  }
  std::cout << "};\nconst std::size_t kHanVariantCount = " << count
            << ";\n\n}  // namespace dragoman\n";
  return 0;
}
