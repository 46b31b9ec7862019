// The formats that can be read, and which of them an input is in: by its content first, by its
// name when the content leaves it open.
#pragma once

#include <string>
#include <string_view>

#include "readers/delivery.h"
#include "readers/input.h"

namespace dragoman {

struct Format {
  std::string_view name;     // as --format says it
  std::string_view endings;  // of file names, each between spaces: " md markdown "
  // Gives the documents of `input`; tells what it cannot read. Null: left out of this build.
  void (*read)(Input& input, Delivery& out);
};

// Null when there is none of this name.
const Format* find_format(std::string_view name);

struct FoundFormat {
  const Format* format = nullptr;
  std::string reason;  // why there is none: "an image (PNG)"
};
// Looks at the first bytes only. `input` is not compressed.
FoundFormat detect_format(Input& input);

// Unpacks, finds the format and reads. What archives call for what they hold, too.
void read_input(Input& input, Delivery& out);

}  // namespace dragoman
