// Members of an archive, one after another, whatever its format.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "readers/budget.h"
#include "readers/byte_stream.h"
#include "readers/input.h"

namespace dragoman {

struct ArchiveMember {
  std::string path;                     // as displayed_name() gives it, "./" taken off its front
  std::unique_ptr<ByteStream> content;  // lives no longer than the call it is given to
  bool needs_password = false;
};

// Calls `take` for each regular file of the archive until it returns false. Empty when all went
// well, else what is wrong; what came before has been given by then.
std::string for_each_member(Input& archive, std::uint64_t max_bytes, Budget& budget,
                            const std::function<bool(ArchiveMember&)>& take);

}  // namespace dragoman
