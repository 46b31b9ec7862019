// The manual page, in the macros of man(7).
#include <algorithm>

#include "program_page.h"

namespace dragoman {
namespace {

// Backslashes, hyphens that must stay hyphens, and lines that troff would take for requests.
std::string escaped(std::string_view text) {
  std::string out;
  if (!text.empty() && (text[0] == '.' || text[0] == '\'')) out += "\\&";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

// As the argument of a macro.
std::string in_quotes(std::string_view text) {
  std::string out = escaped(text);
  for (std::size_t at = 0; (at = out.find('"', at)) != std::string::npos; at += 4)
    out.replace(at, 1, "\\(dq");
  return "\"" + out + "\"";
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

std::string section(const std::string& title) { return ".SH " + in_quotes(upper(title)) + "\n"; }

std::string tagged(const std::string& tag, const std::string& text) {
  return ".TP\n.B " + in_quotes(tag) + "\n" + escaped(text) + "\n";
}

std::string described(const PageOption& option) {
  std::string out = ".TP\n";
  if (option.letter != 0) out += std::string("\\fB\\-") + option.letter + "\\fR, ";
  out += "\\fB" + escaped("--" + option.name) + "\\fR";
  if (!option.value.empty()) out += " \\fI" + escaped(option.value) + "\\fR";
  out += "\n" + escaped(option.text);
  if (!option.preset.empty()) out += " [" + escaped(option.preset) + "]";
  return out + "\n";
}

}  // namespace

std::string man_page(const ProgramPage& page) {
  std::string out = ".TH " + in_quotes(upper(page.name)) + " 1 \"\" " +
                    in_quotes("Dragoman " + page.version) + " \"User Commands\"\n";
  out += section("Name") + page.name + " \\- " + escaped(page.summary) + "\n" + section("Synopsis");
  for (const std::string& use : page.synopsis)
    out += ".B " + in_quotes(page.name) + "\n" + escaped(use) + "\n.br\n";
  out += section("Description") + escaped(page.description) + "\n" + section("Options");
  for (const auto& group : page.options) {
    if (page.options.size() > 1) out += ".SS " + in_quotes(group.title) + "\n";
    for (const PageOption& option : options_of(group)) out += described(option);
  }
  for (const PageSection& part : page.sections) {
    out += section(part.title);
    for (const PageRow& row : part.rows) out += tagged(row.left, row.right);
  }
  out += section("Exit status");
  for (const PageRow& row : page.exit_status) out += tagged(row.left, row.right);
  out += section("Examples");
  for (const PageRow& row : page.examples) out += tagged(row.left, row.right);
  out += section("See also");
  std::string others;
  for (const char* name : {"dragoman-index", "dragoman-search", "dragoman-analyze"}) {
    if (page.name != name)
      others += (others.empty() ? "" : ",\n") + (".BR " + in_quotes(name)) + " (1)";
  }
  return out + others + "\n";
}

}  // namespace dragoman
