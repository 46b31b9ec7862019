// Any XML as text. In a vocabulary nobody told us, an element that stands between words is part
// of their sentence; one that stands between elements is a paragraph.
#pragma once

#include <libxml/tree.h>

#include <string>

namespace dragoman {

// The text of `root` without that of the element `left_out` (may be null).
std::string xml_text(const xmlNode* root, const xmlNode* left_out = nullptr);

}  // namespace dragoman
