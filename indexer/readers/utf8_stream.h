// An input of any encoding as one of UTF-8, converted while it is read; for formats whose
// files may be larger than memory. The encoding is chosen by the first part of the input.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "readers/delivery.h"
#include "readers/input.h"

namespace dragoman {

class Utf8Input {
 public:
  // Both must outlive it. Warns of an encoding that was guessed.
  Utf8Input(Input& raw, Delivery& out);
  // Warns of what could not be converted.
  ~Utf8Input();
  Utf8Input(const Utf8Input&) = delete;
  Utf8Input& operator=(const Utf8Input&) = delete;

  // Ill-formed UTF-8 of an input that is in UTF-8 is passed on as it is. The byte order mark is
  // gone.
  Input& input() { return converted_ ? *converted_ : raw_; }

 private:
  Input& raw_;
  Delivery& out_;
  std::string charset_;
  std::optional<Input> converted_;
  std::shared_ptr<struct ConversionState> state_;
};

// Mends a piece of an input, and warns the first time that it is needed.
void mend_piece(std::string& text, const Input& input, Delivery& out, std::uint64_t line);

}  // namespace dragoman
