#include "gazetteer_completion.h"

#include <algorithm>

#include "fold.h"

namespace dragoman {

std::string completion_key(std::string_view text) {
  std::string key = fold_accents(fold_case(text));
  std::erase_if(key, [](char c) { return c == ' ' || c == '.' || c == '\t'; });
  return key;
}

}  // namespace dragoman
