// Definitions mined from the text: "Long Form (LF)", "LF (Long Form)", "LF = Long Form",
// "Long Form, or LF", "hereinafter …". After Schwartz and Hearst, "A simple algorithm for
// identifying abbreviation definitions in biomedical text" (PSB 2003), extended by what
// the texts of the United Nations need. Linear in the length of the text.
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

// In the order of the text. `lang` (ISO 639-1, may be empty) chooses the words an acronym skips.
std::vector<Definition> find_definitions(std::string_view text, std::string_view lang);

// Every short form, known or not: CSTO, U.N., UN-Women, EurAsEC, МПА СНГ. Not Roman numerals,
// not the words of a line written in capitals. In the order of the text, never overlapping.
std::vector<Span> find_short_forms(std::string_view text);

}  // namespace dragoman
