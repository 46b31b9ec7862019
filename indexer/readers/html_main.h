// Finds the main text of an HTML page among navigation, teasers and advertisements.
//
// In the manner of Arc90's Readability: elements whose tag, role, class or id speak of
// navigation are left out; each paragraph speaks, by its length and commas and against its
// links, for the elements around it; the element that most paragraphs speak for holds the text, and
// lists of links within it are left out. Pages that are no article (tables, indexes) give all
// their text but navigation. Linear in the size of the page.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace dragoman {

// Without a heading that only repeats `title`. Requires: `root` is not null; its nodes' _private
// is free to be used.
std::string main_text(xmlNode* root, std::string_view title);

// All text of the page, navigation included.
std::string whole_page_text(const xmlNode* root);

}  // namespace dragoman
