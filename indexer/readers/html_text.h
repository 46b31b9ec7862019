// A part of an HTML page as text: blocks are paragraphs with an empty line between them, cells of
// a table stand apart by a tab, its rows and list items on lines of their own, white space is
// squeezed as browsers do.
#pragma once

#include <libxml/tree.h>

#include <functional>
#include <string>
#include <string_view>

namespace dragoman {

// The text of `root`, without the elements that `is_left_out` names (nor what is in them).
std::string html_text(const xmlNode* root, const std::function<bool(const xmlNode*)>& is_left_out);

// Elements that never hold text of the page: script, style, head …
bool is_never_text(std::string_view element);
// Elements that begin a paragraph.
bool is_block(std::string_view element);

}  // namespace dragoman
