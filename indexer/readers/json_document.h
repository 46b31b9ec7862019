// A JSON object as a Document. Fast on well-formed UTF-8; what programs often write and JSON has
// not (NaN, halves of surrogate pairs, raw line ends in strings) is understood at the second try.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "readers/delivery.h"
#include "readers/input.h"

namespace dragoman {

class JsonDocumentReader {
 public:
  // Both must outlive it. `numbered`: what is told of a value names its number, since many may
  // stand on a line.
  JsonDocumentReader(const Input& input, Delivery& out, bool numbered);
  ~JsonDocumentReader();

  // Gives the documents of one value: an object with text is one, an object that only holds a
  // list of such objects gives each. Tells what is malformed. `place` goes into ids.
  // Requires: Input::kPadding bytes behind `text` may be read.
  void read(std::string_view text, std::uint64_t line, const std::string& place);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dragoman
