// The text of --help: two columns, filled to 80.
#include <algorithm>
#include <utility>

#include "program_page.h"

namespace dragoman {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kMostLeft = 27;  // longer ones have a line of their own

// Characters; the pages hold none that is wide.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// `text` filled into lines; all but the first begin with `indent` blanks, which `at` counts for the first.
std::string filled_from(std::string_view text, std::size_t at, std::size_t indent) {
  std::string out;
  bool first = true;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (!first && at + 1 + length_of(word) > kWidth) {
      out += "\n" + std::string(indent, ' ');
      at = indent;
    } else if (!first) {
      out += ' ';
      ++at;
    }
    out += word;
    at += length_of(word);
    first = false;
  }
  return out + "\n";
}

std::string row(const std::string& left, const std::string& right, std::size_t column) {
  std::string out = "  " + left;
  std::size_t at = 2 + length_of(left);
  if (right.empty()) return out + "\n";
  if (at + 2 > column) {
    out += "\n";
    at = 0;
  }
  out.append(column - at, ' ');
  return out + filled_from(right, column, column);
}

std::size_t column_of(const std::vector<PageRow>& rows) {
  std::size_t longest = 0;
  for (const PageRow& one : rows) {
    const std::size_t length = length_of(one.left);
    if (length <= kMostLeft) longest = std::max(longest, length);
  }
  return longest + 4;
}

std::string table(const std::string& title, const std::vector<PageRow>& rows, std::size_t column) {
  std::string out = "\n" + title + ":\n";
  for (const PageRow& one : rows) out += row(one.left, one.right, column);
  return out;
}

std::vector<PageRow> rows_of(const OptionGroup& group) {
  std::vector<PageRow> rows;
  for (const PageOption& option : options_of(group)) {
    std::string name = option.letter == 0 ? "    " : std::string("-") + option.letter + ", ";
    name.append("--").append(option.name);
    if (!option.value.empty()) name.append(" ").append(option.value);
    std::string text = option.text;
    if (!option.preset.empty()) text.append(" [").append(option.preset).append("]");
    rows.push_back({std::move(name), std::move(text)});
  }
  return rows;
}

}  // namespace

std::string help_text(const ProgramPage& page) {
  std::string out;
  for (const std::string& use : page.synopsis)
    out += (out.empty() ? "Usage: " : "       ") + page.name + " " + use + "\n";
  out += "\n" + filled_from(page.description, 0, 0);
  std::size_t column = 0;
  for (const auto& group : page.options) column = std::max(column, column_of(rows_of(group)));
  for (const auto& group : page.options) out += table(group.title, rows_of(group), column);
  for (const PageSection& section : page.sections)
    out += table(section.title, section.rows, column_of(section.rows));
  out += table("Exit status", page.exit_status, column_of(page.exit_status));
  out += "\nExamples:\n";
  for (const PageRow& example : page.examples)
    out += "  " + example.left + "\n      " + filled_from(example.right, 6, 6);
  return out;
}

}  // namespace dragoman
