// Finds the headline and the date line at the head of a plain text:
//
//   « Back                                         title: Саммит ОДКБ
//   Саммит ОДКБ 24.11.2016 13:44           ->      date:  2016-11-24T13:44
//   Лидеры встретились …                           body:  « Back, Лидеры встретились …
//
// The headline leaves the body, nothing else does; the title of a resolution, which
// stands within its head, does not leave it. A first line that only the width of the
// paper ended is no headline. Looks at a bounded part of the text.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

struct Headed {
  std::string title;
  std::string date;    // ISO 8601; empty when no date line says it
  std::string symbol;  // of a United Nations document that has its masthead
  std::string body;
};

// Requires: lines end with LF.
Headed split_headline(std::string text);

// The date that a date line near the beginning of `text` tells. `title` is the headline, which
// may stand there once more, followed by the date.
std::string find_dateline(std::string_view text, std::string_view title);

// CRLF and CR become LF.
void normalize_line_ends(std::string& text);

}  // namespace dragoman
