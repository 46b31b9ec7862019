// Tells from the first bytes what a file is.
#pragma once

#include <string_view>

namespace dragoman {

struct Sniffed {
  std::string_view format;      // a format's name; "text" when nothing else fits
  std::string_view not_a_text;  // what it is instead: "an image (PNG)"; then there is no format
};

// `named` is the format that the file's ending speaks for, or empty; it decides between formats
// that look alike (text, Markdown, CSV).
Sniffed sniff(std::string_view head, std::string_view named);

}  // namespace dragoman
