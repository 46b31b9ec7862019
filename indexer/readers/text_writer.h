// Writes the text of marked-up documents: pieces of words, and between them the strongest of the
// gaps that markup asked for.
//
//   writer.words(" В  Ереване");  writer.gap(TextWriter::Gap::kParagraph);  writer.words("саммит");
//   writer.take();   // "В Ереване\n\nсаммит"
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace dragoman {

// There is no gap at the beginning and the end.
class TextWriter {
 public:
  enum class Gap { kNone, kSpace, kTab, kLine, kParagraph };

  void gap(Gap gap) { gap_ = std::max(gap_, gap); }
  // Words; white space in them, and at their ends, is squeezed.
  void words(std::string_view text);
  // Text whose lines stay as they are (<pre>).
  void verbatim(std::string_view text);

  std::string take();

 private:
  void flush_gap();

  std::string out_;
  Gap gap_ = Gap::kNone;
};

}  // namespace dragoman
