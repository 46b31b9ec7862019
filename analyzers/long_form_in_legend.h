// The long form behind an equals sign: "GEF = Global Environment Facility; STS = …".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "definition_aligner.h"
#include "word_window.h"

namespace dragoman {

struct LegendEntry {
  WordWindow window;  // what was read
  WordRange words;    // the long form in it
};

// Reads from behind the equals sign at `at`: to the words that give the letters and on to the next
// delimiter or the next short form, if that is near.
std::optional<LegendEntry> long_form_in_legend(std::string_view text, std::size_t at,
                                               const ShortLetters& letters);

}  // namespace dragoman
