// Tables of words, short enough to be looked through.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace dragoman {

template <typename List>
bool is_in(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace dragoman
