#include "readers/json_mend.h"

#include <algorithm>
#include <optional>

#include "ascii.h"

namespace dragoman {
namespace {

// The number of the escape \uXXXX at `i`.
std::optional<unsigned> unicode_escape(std::string_view text, std::size_t i) {
  if (i + 6 > text.size() || text[i] != '\\' || text[i + 1] != 'u') return std::nullopt;
  unsigned number = 0;
  for (std::size_t k = i + 2; k < i + 6; ++k) {
    const char c = text[k];
    const char low = static_cast<char>(c | 0x20);
    if (!is_digit(c) && !(low >= 'a' && low <= 'f')) return std::nullopt;
    number = number * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : low - 'a' + 10);
  }
  return number;
}

bool is_high_half(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_half(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

class JsonMender {
 public:
  explicit JsonMender(std::string_view text) : text_(text) { out_.reserve(text.size() + 64); }

  std::string mend() {
    while (i_ < text_.size()) in_string_ ? step_string() : step_outside();
    return std::move(out_);
  }

 private:
  void copy(std::size_t bytes) {
    out_ += text_.substr(i_, bytes);
    i_ += bytes;
  }

  void step_string() {
    const char c = text_[i_];
    if (c == '"') {
      in_string_ = false;
      return copy(1);
    }
    if (c == '\\') return step_escape();
    if (static_cast<unsigned char>(c) >= 0x20) return copy(1);
    constexpr char kHex[] = "0123456789abcdef";
    out_.append("\\u00").append(1, kHex[static_cast<unsigned char>(c) >> 4u]);
    out_ += kHex[static_cast<unsigned char>(c) & 15u];
    ++i_;
  }

  void step_escape() {
    const std::optional<unsigned> unit = unicode_escape(text_, i_);
    if (!unit) return copy(2);
    const std::optional<unsigned> next = unicode_escape(text_, i_ + 6);
    if (is_high_half(*unit) && next && is_low_half(*next)) return copy(12);
    if (!is_high_half(*unit) && !is_low_half(*unit)) return copy(6);
    out_ += "\\ufffd";
    i_ += 6;
  }

  void step_outside() {
    const char c = text_[i_];
    for (const std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
      if (!text_.substr(i_).starts_with(word)) continue;
      out_ += "null";
      i_ += word.size();
      return;
    }
    if (is_digit(c) || c == '-') return step_number();
    in_string_ = c == '"';
    copy(1);
  }

  void step_number() {
    constexpr std::size_t kFits = 18;  // digits that 64 bits always hold
    std::size_t end = i_ + 1;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    const bool whole = end >= text_.size() || (text_[end] != '.' && (text_[end] | 0x20) != 'e');
    if (!whole) {
      const std::size_t after = text_.find_first_not_of("0123456789.eE+-", end);
      return copy(std::min(after, text_.size()) - i_);
    }
    const bool too_long = end - i_ > kFits + 1;
    if (too_long) out_ += '"';
    copy(end - i_);
    if (too_long) out_ += '"';
  }

  std::string_view text_;
  std::string out_;
  std::size_t i_ = 0;
  bool in_string_ = false;
};

}  // namespace

std::string mend_json(std::string_view text) { return JsonMender(text).mend(); }

}  // namespace dragoman
