// Cuts a stream of JSON into its documents: the elements of an array, objects one after another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "readers/input.h"

namespace dragoman {

// Whether each line of `input` is a value of its own, as its first line lets one think.
bool is_json_lines(Input& input);

class JsonValues {
 public:
  // `input` must outlive it.
  JsonValues(Input& input, std::uint64_t max_bytes) : input_(input), max_bytes_(max_bytes) {}

  // Gives the text of the next value, well-formed or not; false at the end. Input::kPadding bytes behind it may be read.
  bool next(std::string& value);
  // Whether the value last given is cut, since it is longer than `max_bytes`.
  bool too_long() const { return too_long_; }
  std::uint64_t line() const { return line_of_value_; }

 private:
  bool skip_between();

  Input& input_;
  std::uint64_t max_bytes_;
  std::uint64_t line_ = 1;
  std::uint64_t line_of_value_ = 1;
  bool too_long_ = false;
};

}  // namespace dragoman
