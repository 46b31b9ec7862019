// Text of documents made fit for a terminal: no control character, escape or bidi override of a document
// gets through; lines are filled to a width in columns, wide characters counted as two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/searcher/searcher.h"

namespace dragoman {

struct TextStyle {
  std::string mark_on, mark_off;  // around marked words; may be empty
};

// The marks of a text before which `bytes` were put.
std::vector<Mark> moved(std::vector<Mark> marks, std::size_t bytes);

// One line: blanks run together, what a terminal would obey left out.
std::string plain_line(std::string_view text);

// `text` with its marks, filled to `width` columns; every line begins with `indent` blanks and ends in a newline.
std::string filled(std::string_view text, const std::vector<Mark>& marks, unsigned width,
                   unsigned indent, const TextStyle& style);

// The same length of line: controls, escapes and turns of direction are left out, each kind of blank is a blank,
// ill-formed bytes become U+FFFD.
std::string without_commands(std::string_view text);

// Columns that `text` takes.
unsigned columns_of(std::string_view text);

// At most `columns` of `text`, with … for what was cut.
std::string cut_to(std::string_view text, unsigned columns);

}  // namespace dragoman
