// A FileRecord as bytes: fields one after another, each behind its length, "3:abc".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "seen_files.h"

namespace dragoman {

std::string encode_record(const FileRecord& record);
// Nothing when the bytes are no record. The number is not part of them.
std::optional<FileRecord> decode_record(std::string_view bytes);

}  // namespace dragoman
