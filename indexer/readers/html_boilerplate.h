// Which elements of a page are beside its matter, by what their tag, role, class and id say.
#pragma once

#include <libxml/tree.h>

namespace dragoman {

// Whether it is navigation, an advertisement, a comment and the like, or not shown at all.
enum class Beside { kNo, kLikely, kVeryLikely, kSurely };
Beside beside_by_name(const xmlNode* element);

// What class and id say for (over 0) or against an element as the one that holds the text.
double class_weight(const xmlNode* element);

}  // namespace dragoman
