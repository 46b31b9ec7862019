// Unpacks gzip, xz, zstd, bzip2, lz4 and compress while reading.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "readers/budget.h"
#include "readers/byte_stream.h"
#include "readers/input.h"

namespace dragoman {

// What the first bytes of a compressed file say it is ("gzip"); empty for other files.
std::string_view compression_of(std::string_view head);

// Whether this build unpacks it.
bool can_unpack(std::string_view compression);

// The unpacked bytes of `packed`, which with `budget` must outlive the stream. Errors of
// its read(): kMalformed; what came before the damage has been given by then.
// Requires: can_unpack(compression).
std::unique_ptr<ByteStream> unpack(std::string_view compression, Input& packed, Budget& budget);

// "page.html.gz" -> "page.html".
std::string without_compression_ending(std::string_view file_name);

// The unpacked form of a body that HTTP sent as gzip or deflate, cut at `limit` bytes; of a
// damaged one what could be read.
std::string inflate(std::string_view packed, std::size_t limit);

}  // namespace dragoman
