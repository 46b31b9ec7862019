// A fuzz target: a function that is given any bytes and aborts when a promise is broken.
//
//   promise(mark.end <= text.size(), "a mark ends within its text");
//
// The table of targets is in main.cc. Thread rule: one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dragoman/analyzers/analysis.h"

namespace dragoman::fuzz {

// Says which promise was broken and aborts, which is what a fuzzer takes for a finding.
void promise(bool kept, const char* what);

void promise_utf8(std::string_view text, const char* what);

// Within the text and, where `sound` says that the text is valid UTF-8, not within a character.
void promise_range(std::uint32_t begin, std::uint32_t end, std::string_view text, bool sound,
                   const char* what);

// Takes the first byte off the input, to choose options with; 0 when there is none.
std::uint8_t take_choice(std::string_view& input);

// The targets. `format` as --format says it.
void read_bytes(const std::string& format, std::string_view input);
void decode_bytes(std::string_view input);  // charset and plain text
void analyze_bytes(std::string_view input);
void search_bytes(std::string_view input);
void read_records(std::string_view input);  // what an index keeps of a document or file
void serve_http(std::string_view input);    // what a client sends, to its end
void serve_mcp(std::string_view input);     // lines of a language model's client

}  // namespace dragoman::fuzz
