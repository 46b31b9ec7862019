// The index that queries and requests are fed to: eight documents in six languages, made when first asked for.
#pragma once

#include <string>

#include "dragoman/searcher/searcher.h"

namespace dragoman::fuzz {

// Where it lies: a folder that goes with the program.
const std::string& small_index();

Searcher open_small_index();

}  // namespace dragoman::fuzz
