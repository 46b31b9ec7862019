// What readers of formats that are one document a file do first.
#pragma once

#include <optional>
#include <string>

#include "readers/charset.h"
#include "readers/delivery.h"
#include "readers/input.h"

namespace dragoman {

// All bytes of `input`; tells and gives nothing when they are more than --max-size, or damaged
// before the first byte.
std::optional<std::string> read_whole(Input& input, Delivery& out);

// The same as UTF-8. The encoding is noted in `document`.
std::optional<std::string> read_whole_text(Input& input, Delivery& out, const DecodeHints& hints,
                                           Document& document);

// "256 MB".
std::string size_in_words(std::uint64_t bytes);

}  // namespace dragoman
