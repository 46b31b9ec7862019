// What a terminal is told before and after text of a kind.
#pragma once

#include <string>

namespace dragoman {

struct Palette {
  std::string title, dim, mark, off;
};

inline const Palette kPlain = {};
inline const Palette kColored = {"\x1b[1m", "\x1b[2m", "\x1b[1;33m", "\x1b[0m"};

}  // namespace dragoman
