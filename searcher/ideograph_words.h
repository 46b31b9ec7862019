// Where the words of Han text begin and end, by ICU's dictionary. Only queries need it: texts are
// indexed by pairs of characters, which no dictionary can get wrong.
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// `text` is a run of ideographs; the words cover all of it. The whole run where ICU has no dictionary.
std::vector<Span> ideograph_words(std::string_view text);

}  // namespace dragoman
