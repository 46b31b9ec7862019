// What most sources include, read once a library instead of once a source (DRAGOMAN_PCH). No library stands here that
// only some of them need: reading nlohmann/json or Xapian from a precompiled header costs the others what it saves.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>
