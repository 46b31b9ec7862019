// Lines that a user types at a prompt, with editing, history and completion by readline; where there is none, plain
// lines.
#pragma once

#include <optional>
#include <string>

namespace dragoman {

struct ReadlineLibrary;

class LineEditor {
 public:
  // The history is read from the file and written back at the end; a file that cannot be read or written is none.
  explicit LineEditor(std::string history_file);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  // Nothing at the end of the input. One editor at a time, on one thread.
  std::optional<std::string> read(const char* prompt);

 private:
  std::string history_file_;
  std::string last_;
  const ReadlineLibrary* library_ = nullptr;  // null: plain lines
};

}  // namespace dragoman
