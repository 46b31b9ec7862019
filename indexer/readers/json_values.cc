#include "readers/json_values.h"

#include "readers/input_name.h"

namespace dragoman {
namespace {

// Follows strings and brackets through a JSON text, piece by piece.
class Brackets {
 public:
  // Reads to the end of the value, or of `text`; gives how many bytes were read.
  std::size_t read(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
      if (in_string_ && !escaped_) {
        i = text.find_first_of("\\\"", i);
        if (i == std::string_view::npos) return text.size();
      }
      step(text[i++]);
      if (done()) break;
    }
    return i;
  }
  bool done() const { return begun_ && depth_ == 0; }

 private:
  void step(char c) {
    if (escaped_) {
      escaped_ = false;
    } else if (in_string_) {
      escaped_ = c == '\\';
      in_string_ = c != '"';
    } else if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      begun_ = true;
      ++depth_;
    } else if ((c == '}' || c == ']') && depth_ > 0) {
      --depth_;
    }
  }

  std::size_t depth_ = 0;
  bool begun_ = false;
  bool in_string_ = false;
  bool escaped_ = false;
};

std::uint64_t count_lines(std::string_view text) {
  std::uint64_t lines = 0;
  for (const char c : text) lines += c == '\n' ? 1 : 0;
  return lines;
}

}  // namespace

bool is_json_lines(Input& input) {
  const std::string ending = ending_of(input.facts.file_name);
  std::string_view head = input.ahead();
  const std::size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || head[start] == '[') return false;
  if (ending == "jsonl" || ending == "ndjson") return true;
  constexpr std::size_t kFirstLine = 1u << 20u;
  std::size_t end = head.find('\n', start);
  if (end == std::string_view::npos) {
    head = input.ahead(kFirstLine);
    end = head.find('\n', start);
  }
  const std::string_view line =
      head.substr(start, end == std::string_view::npos ? end : end - start);
  Brackets brackets;
  const std::size_t read = brackets.read(line);
  return brackets.done() && line.find_first_not_of(" \t\r", read) == std::string_view::npos;
}

// Moves to the next opening bracket of a value; false when there is none.
bool JsonValues::skip_between() {
  for (;;) {
    const std::string_view bytes = input_.ahead();
    if (bytes.empty()) return false;
    const std::size_t begin = bytes.find('{');
    const std::size_t skipped = begin == std::string_view::npos ? bytes.size() : begin;
    line_ += count_lines(bytes.substr(0, skipped));
    input_.skip(skipped);
    if (begin != std::string_view::npos) return true;
  }
}

bool JsonValues::next(std::string& value) {
  value.clear();
  too_long_ = false;
  if (!skip_between()) return false;
  line_of_value_ = line_;
  Brackets brackets;
  while (!brackets.done()) {
    const std::string_view bytes = input_.ahead();
    if (bytes.empty()) break;
    const std::string_view piece = bytes.substr(0, brackets.read(bytes));
    if (value.size() + piece.size() <= max_bytes_) {
      value += piece;
    } else {
      too_long_ = true;
    }
    line_ += count_lines(piece);
    input_.skip(piece.size());
  }
  value.reserve(value.size() + Input::kPadding);
  return true;
}

}  // namespace dragoman
