// Work that may crash, done in a child process: Xapian's readers of an index trust much of what they read.
//
//   std::optional<std::string> words = in_child([&] { return check(path); }, 60);
//
// Costs a fork, some milliseconds. Thread rule: any thread; `work` must not want locks that other threads hold.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace dragoman {

// What `work` returns; nothing when it crashed, threw or took more than so many seconds of processor time.
std::optional<std::string> in_child(const std::function<std::string()>& work, unsigned seconds);

}  // namespace dragoman
