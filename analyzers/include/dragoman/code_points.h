// Bytes of a text as code points, for offsets that leave C++.
//
//   CodePoints points("саммит ОДКБ");
//   points.before(13);   // 7
//
// Linear once, then constant. Thread rule: any number of threads may ask one object.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "dragoman/export.h"

namespace dragoman {

class DRAGOMAN_API CodePoints {
 public:
  // `text` must outlive the object; its size is limited to 4 GiB.
  explicit CodePoints(std::string_view text);

  // How many code points begin before byte `byte`; past the end, how many there are.
  std::size_t before(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_block_;
};

}  // namespace dragoman
