// The compressions that libarchive unpacks for us. A build without it has none of them.
#pragma once

#include <memory>

#include "readers/budget.h"
#include "readers/byte_stream.h"
#include "readers/input.h"

namespace dragoman {

#ifdef DRAGOMAN_WITH_ARCHIVES
inline constexpr bool kHasFilterStreams = true;
#else
inline constexpr bool kHasFilterStreams = false;
#endif

// As unpack() in decompress.h. Requires: kHasFilterStreams.
std::unique_ptr<ByteStream> make_filter_stream(Input& packed, Budget& budget);

}  // namespace dragoman
