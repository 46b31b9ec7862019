// Definitions mined from the text: "Long Form (LF)", "LF (Long Form)", "LF = Long Form",
// "Long Form, or LF", "hereinafter …".
//
//   the Collective Security Treaty Organization (CSTO)
//       ->  CSTO: Collective Security Treaty Organization
//
// Short forms are found by their shape (short_form_finder.h) and aligned with the words beside them
// (definition_aligner.h). Linear in the length of the text; thread-safe.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"

namespace dragoman {

struct Abbreviations {
  std::vector<Definition> definitions;
  std::vector<Span> short_forms;
};

// Definitions and short forms, from one pass. `lang` is ISO 639-1 and may be empty. `names` are
// names of organizations found in the text by other means, in its order and not overlapping: where
// the letters tell little, as those of UNESCO behind its Spanish name, they tell where a long form
// begins.
Abbreviations find_abbreviations(std::string_view text, std::string_view lang,
                                 std::span<const Span> names = {});

// In the order of the text.
std::vector<Definition> find_definitions(std::string_view text, std::string_view lang);

// Every short form, known or not: CSTO, U.N., UN-Women, EurAsEC, NGOs. Not Roman numerals, not the
// words of a passage written in capitals. In the order of the text, never overlapping.
std::vector<Span> find_short_forms(std::string_view text, std::string_view lang = {});

}  // namespace dragoman
