// The long form of a short form from another language, whose letters are those of its words in no
// order that helps: UNESCO behind "Organización de las Naciones Unidas para la Educación, …".
#pragma once

#include <optional>
#include <string_view>

#include "definition_aligner.h"
#include "word_window.h"

namespace dragoman {

// The name that ends the window: of the capitalized words where it may begin, the one that explains
// the most letters by the fewest words. Nothing when half the letters are not explained.
std::optional<WordRange> long_form_by_initials(std::string_view text, const WordWindow& window,
                                               const ShortLetters& letters);

}  // namespace dragoman
