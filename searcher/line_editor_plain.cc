// The LineEditor built without readline.
#include <iostream>
#include <utility>

#include "line_editor.h"

namespace dragoman {

LineEditor::LineEditor(std::string history_file) : history_file_(std::move(history_file)) {}

LineEditor::~LineEditor() = default;

std::optional<std::string> LineEditor::read(const char* prompt) {
  std::ostream(std::cin.tie() != nullptr ? std::cin.tie()->rdbuf() : nullptr)
      << prompt << std::flush;
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return line;
}

}  // namespace dragoman
