// Runs a program on bytes it gets as standard input, and takes what it writes: for work on files
// of strangers that may crash, hang or eat memory.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "dragoman/result.h"

namespace dragoman {

struct ChildOutput {
  std::string text;
  int exit_code = 0;  // meaningless when it was killed
  int signal = 0;     // that ended it; 0 when it ended by itself
  bool timed_out = false;
  bool too_much = false;  // it wrote more than `max_output`, and was stopped
};

// Waits for the program, at most `timeout`. It inherits nothing: no environment, no open files.
// Errors: kNotFound (no such program), kUnreadable (the system has no room for a process).
Result<ChildOutput> run_child(const std::string& program, std::string_view input,
                              std::chrono::milliseconds timeout, std::size_t max_output);

// Where the program `name` of this project is: in `directory` if that is given, beside the
// running program, or where it was installed. Empty when it is nowhere.
std::string find_program(const std::string& directory, const std::string& name);

}  // namespace dragoman
