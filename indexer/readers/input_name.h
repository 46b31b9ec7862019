// Names of files as ids and messages carry them: valid UTF-8 on one line.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// "a\nb\xFF.txt" -> "a%0Ab%FF.txt". Control characters and ill-formed bytes only are changed.
std::string displayed_name(std::string_view path);

// The part behind the last slash.
std::string_view file_name_of(std::string_view path);

// "Dump.JSONL" -> "jsonl"; empty when there is no ending, and for ".profile".
std::string ending_of(std::string_view file_name);

}  // namespace dragoman
