#include "readers/text_writer.h"

#include <utility>

#include "ascii.h"

namespace dragoman {
namespace {

// The length of a character that shows nothing and parts no words: soft hyphen, zero width space,
// byte order mark; 0 for others.
std::size_t invisible_at(std::string_view text, std::size_t i) {
  if (text[i] == '\xC2' && text.substr(i, 2) == "\xC2\xAD") return 2;
  if (text[i] == '\xE2' && text.substr(i, 3) == "\xE2\x80\x8B") return 3;
  if (text[i] == '\xEF' && text.substr(i, 3) == "\xEF\xBB\xBF") return 3;
  return 0;
}

}  // namespace

void TextWriter::flush_gap() {
  if (gap_ >= Gap::kLine) {
    while (!out_.empty() && is_ascii_space(out_.back())) out_.pop_back();
  }
  if (!out_.empty()) {
    switch (gap_) {
      case Gap::kNone:
        break;
      case Gap::kSpace:
        out_ += ' ';
        break;
      case Gap::kTab:
        out_ += '\t';
        break;
      case Gap::kLine:
        out_ += '\n';
        break;
      case Gap::kParagraph:
        out_ += "\n\n";
        break;
    }
  }
  gap_ = Gap::kNone;
}

void TextWriter::words(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const bool no_break = text.substr(i, 2) == "\xC2\xA0";
    if (is_ascii_space(text[i]) || no_break) {
      gap(Gap::kSpace);
      i += no_break ? 2 : 1;
      continue;
    }
    if (const std::size_t invisible = invisible_at(text, i); invisible > 0) {
      i += invisible;
      continue;
    }
    if (gap_ != Gap::kNone) flush_gap();
    const std::size_t begin = i;
    while (i < text.size() && !is_ascii_space(text[i]) && text[i] != '\xC2' && text[i] != '\xE2' &&
           text[i] != '\xEF') {
      ++i;
    }
    if (i == begin) ++i;  // one of these, and not the beginning of what is left out
    out_ += text.substr(begin, i - begin);
  }
}

void TextWriter::verbatim(std::string_view text) {
  flush_gap();
  out_ += text;
}

std::string TextWriter::take() {
  while (!out_.empty() && is_ascii_space(out_.back())) out_.pop_back();
  return std::move(out_);
}

}  // namespace dragoman
