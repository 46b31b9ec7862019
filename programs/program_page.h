// A ProgramPage is all that is told of a program's use. The help text, the man page and the completions of
// three shells are made of it, so that no option is described twice:
//
//   page.options = &groups;                 // of Boost.Program_options, by which the program reads its options too
//   std::fputs(help_text(page).c_str(), stdout);
//   std::fputs(generated(page, "man")->c_str(), stdout);
//
// An option's value is named "N" or "FILE", or "NAME:text|json" with the values it may have; where its
// description has {}, these stand in words: "{}: how hits are printed".
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/program_options.hpp>

#include "dragoman/result.h"

namespace dragoman {

struct OptionGroup {
  std::string title;  // "What is shown"
  boost::program_options::options_description options;
};
using OptionGroups = std::vector<OptionGroup>;

// What stands left, and what is said about it.
struct PageRow {
  std::string left, right;
};

struct PageSection {
  std::string title;  // "Queries"
  std::vector<PageRow> rows;
};

struct ProgramPage {
  std::string name;                   // dragoman-search
  std::string summary;                // a line, for whatis(1)
  std::vector<std::string> synopsis;  // "--db DIR [OPTIONS] QUERY…"
  std::string arguments;              // what the words without -- are: "query", or "file"
  std::string description;            // a paragraph
  OptionGroups options;
  std::vector<PageSection> sections;
  std::vector<PageRow> exit_status;
  std::vector<PageRow> examples;  // a command, and what it does
  std::string version;
};

// An option, taken apart.
struct PageOption {
  char letter = 0;     // -n; 0: none
  std::string name;    // limit
  std::string value;   // N; empty for a switch
  std::string preset;  // the default value, as it is told; may be empty
  std::vector<std::string> choices;
  std::string text;
};

std::vector<PageOption> options_of(const OptionGroup& group);

// For --help: filled to 80 columns.
std::string help_text(const ProgramPage& page);

// What --generate prints: "man" (the page in troff), "bash", "zsh" or "fish" (a completion).
// Errors: kUsage, for another name.
Result<std::string> generated(const ProgramPage& page, std::string_view what);

// The names that generated() knows, with | between.
inline constexpr const char* kGenerated = "man|bash|zsh|fish";

// The parts of it.
std::string man_page(const ProgramPage& page);
std::string bash_completion(const ProgramPage& page);
std::string zsh_completion(const ProgramPage& page);
std::string fish_completion(const ProgramPage& page);

}  // namespace dragoman
