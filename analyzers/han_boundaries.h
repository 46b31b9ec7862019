// Where words of Han text begin and end, by ICU's dictionary: in 中国人民 there is no 国人.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dragoman {

class HanBoundaries {
 public:
  // Looks at the runs of ideographs in `text`; costs nothing where there is none. Linear.
  explicit HanBoundaries(std::string_view text);

  // Whether a word may begin or end at this byte. True wherever ICU knows nothing.
  bool at(std::uint32_t byte) const;

 private:
  std::vector<std::uint32_t> inside_;  // sorted: bytes of the text that lie within a word
};

}  // namespace dragoman
