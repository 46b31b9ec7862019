#include "readers/charset_convert.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <vector>

#include "readers/code_points.h"

namespace dragoman {
namespace {

// What documents mean when they say something narrower (WHATWG Encoding Standard, section 4.2).
struct Wider {
  std::string_view said;  // ICU's standard name
  std::string_view meant;
};
constexpr Wider kWider[] = {
    {"US-ASCII", "windows-1252"},
    {"ISO-8859-1", "windows-1252"},
    {"ISO-8859-9", "windows-1254"},
    {"ISO-8859-11", "windows-874"},
    {"TIS-620", "windows-874"},
    {"GB2312", "GB18030"},
    {"GBK", "GB18030"},
    {"EUC-KR", "windows-949"},
    {"KS_C_5601-1987", "windows-949"},
    {"Shift_JIS", "windows-31j"},
    {"Big5", "Big5-HKSCS"},
    {"UTF-16", "UTF-16LE"},
    {"ISO-8859-8-I", "ISO-8859-8"},
};
// Never meant by a text on the web or in mail, and a way to smuggle.
constexpr std::string_view kRefused[] = {"UTF-7", "SCSU", "BOCU-1", "CESU-8", "IMAP-mailbox-name"};

std::string_view wider(std::string_view name) {
  const auto* found = std::find_if(std::begin(kWider), std::end(kWider),
                                   [name](const Wider& w) { return w.said == name; });
  return found == std::end(kWider) ? name : found->meant;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using ConverterHandle = std::unique_ptr<UConverter, CloseConverter>;

ConverterHandle open_converter(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  ConverterHandle converter(ucnv_open(charset.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

}  // namespace

std::string canonical_charset(std::string_view label) {
  std::string name(label);
  name.erase(std::remove_if(name.begin(), name.end(),
                            [](char c) { return c == ' ' || c == '"' || c == '\'' || c == '\t'; }),
             name.end());
  if (name.empty() || name.size() > 40) return {};
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* found = ucnv_getStandardName(name.c_str(), standard, &status);
    if (U_FAILURE(status) || found == nullptr) continue;
    if (std::find(std::begin(kRefused), std::end(kRefused), found) != std::end(kRefused)) return {};
    return std::string(wider(found));
  }
  const ConverterHandle converter = open_converter(name);
  if (!converter) return {};
  UErrorCode status = U_ZERO_ERROR;
  const char* found = ucnv_getName(converter.get(), &status);
  if (U_FAILURE(status)) return {};
  return std::string(wider(found));
}

struct CharsetConverter::State {
  ConverterHandle converter;
  mutable Mended mended;     // ICU hands the context of its callback back as const
  std::uint64_t before = 0;  // bytes of earlier calls
  const char* begin = nullptr;

  // Counts what ICU cannot convert, and lets it put U+FFFD there.
  static void count(const void* context, UConverterToUnicodeArgs* args, const char* units,
                    std::int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
    const auto* self = static_cast<const State*>(context);
    if (reason > UCNV_IRREGULAR) return;
    const auto end = static_cast<std::uint64_t>(args->source - self->begin) + self->before;
    const auto bytes = static_cast<std::uint64_t>(length);
    if (self->mended.count++ == 0) self->mended.first = end > bytes ? end - bytes : 0;
    UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, args, units, length, reason, status);
  }
};

CharsetConverter::CharsetConverter(const std::string& charset) : state_(std::make_unique<State>()) {
  state_->converter = open_converter(charset);
  if (!state_->converter) state_->converter = open_converter("windows-1252");
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(state_->converter.get(), &State::count, state_.get(), nullptr, nullptr,
                      &status);
}

CharsetConverter::~CharsetConverter() = default;
CharsetConverter::CharsetConverter(CharsetConverter&&) noexcept = default;
CharsetConverter& CharsetConverter::operator=(CharsetConverter&&) noexcept = default;

const Mended& CharsetConverter::mended() const { return state_->mended; }

void CharsetConverter::convert(std::string_view bytes, bool last, std::string& out) {
  std::array<UChar, 4096> units = {};
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  state_->begin = source;
  char16_t half = 0;  // a surrogate pair cut in two by the buffer's end
  UErrorCode status;
  do {
    status = U_ZERO_ERROR;
    UChar* target = units.data();
    if (half != 0) *target++ = half;
    half = 0;
    ucnv_toUnicode(state_->converter.get(), &target, units.data() + units.size(), &source, end,
                   nullptr, static_cast<UBool>(last), &status);
    auto count = static_cast<std::int32_t>(target - units.data());
    if (count > 1 && status == U_BUFFER_OVERFLOW_ERROR &&
        U16_IS_LEAD(units[static_cast<std::size_t>(count - 1)])) {
      half = units[static_cast<std::size_t>(--count)];
    }
    for (std::int32_t i = 0; i < count;) {
      UChar32 c;
      U16_NEXT_OR_FFFD(units.data(), i, count, c);
      if (c == 0) c = 0xFFFD;
      append_code_point(out, c);
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  state_->before += bytes.size();
}

std::string convert_to_utf8(std::string_view bytes, const std::string& charset, Mended& mended) {
  CharsetConverter converter(charset);
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  converter.convert(bytes, true, out);
  mended = converter.mended();
  return out;
}

bool convert_from_utf8(std::string_view text, const std::string& charset, std::string& out) {
  const ConverterHandle converter = open_converter(charset);
  const ConverterHandle utf8 = open_converter("UTF-8");
  if (!converter || !utf8) return false;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  out.resize(text.size() * 4 + 16);
  char* target = out.data();
  const char* source = text.data();
  ucnv_convertEx(converter.get(), utf8.get(), &target, target + out.size(), &source,
                 source + text.size(), nullptr, nullptr, nullptr, nullptr, true, true, &status);
  out.resize(static_cast<std::size_t>(target - out.data()));
  return U_SUCCESS(status);
}

}  // namespace dragoman
