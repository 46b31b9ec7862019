// What readers of formats that are one document a file do first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "readers/charset.h"
#include "readers/delivery.h"
#include "readers/input.h"

namespace dragoman {

// All bytes of `input`; tells and gives nothing when they are more than --max-size, or damaged
// before the first byte.
// Also when they are more than `most`, which is what a format can bear.
std::optional<std::string> read_whole(Input& input, Delivery& out, std::uint64_t most = UINT64_MAX);

// A tree of HTML or XML takes many times the memory of its text.
inline constexpr std::uint64_t kMostMarkup = 100u << 20u;

// The same as UTF-8. The encoding is noted in `document`.
std::optional<std::string> read_whole_text(Input& input, Delivery& out, const DecodeHints& hints,
                                           Document& document, std::uint64_t most = UINT64_MAX);

// "256 MB".
std::string size_in_words(std::uint64_t bytes);

}  // namespace dragoman
