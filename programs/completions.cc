// Completions of options, their values, files and directories, for bash, zsh and fish.
#include <algorithm>

#include "program_page.h"

namespace dragoman {
namespace {

// What a shell may offer for a value.
enum class Offer { kNothing, kChoices, kFiles, kDirectories };

Offer offer_of(const PageOption& option) {
  if (!option.choices.empty()) return Offer::kChoices;
  if (option.value == "DIR") return Offer::kDirectories;
  return option.value == "FILE" ? Offer::kFiles : Offer::kNothing;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
  return out;
}

std::vector<PageOption> all_options(const ProgramPage& page) {
  std::vector<PageOption> all;
  for (const auto& group : page.options) {
    for (PageOption& option : options_of(group)) all.push_back(std::move(option));
  }
  return all;
}

std::string with_underscores(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

// `text` with a backslash before each of `special`.
std::string backslashed(const std::string& text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// In single quotes; a quote inside closes, stands alone and opens again.
std::string in_quotes(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string names_of(const PageOption& option) {
  return (option.letter == 0 ? "" : std::string("-") + option.letter + "|") + "--" + option.name;
}

std::string bash_case(const PageOption& option) {
  std::string out = "    " + names_of(option) + ")\n      ";
  switch (offer_of(option)) {
    case Offer::kChoices:
      out += "COMPREPLY=($(compgen -W \"" + joined(option.choices) + "\" -- \"$cur\"))\n";
      break;
    case Offer::kFiles:
      out += "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$cur\"))\n";
      break;
    case Offer::kDirectories:
      out += "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- \"$cur\"))\n";
      break;
    case Offer::kNothing:
      out += "COMPREPLY=()\n";
      break;
  }
  return out + "      return ;;\n";
}

std::string zsh_action(const PageOption& option) {
  switch (offer_of(option)) {
    case Offer::kChoices:
      return "(" + joined(option.choices) + ")";
    case Offer::kFiles:
      return "_files";
    case Offer::kDirectories:
      return "_files -/";
    case Offer::kNothing:
      break;
  }
  return " ";
}

std::string zsh_spec(const PageOption& option) {
  const std::string value =
      option.value.empty() ? "" : ":" + backslashed(option.value, ":\\") + ":" + zsh_action(option);
  const std::string text = "[" + backslashed(option.text, "[]\\:") + "]";
  const std::string long_name = "--" + option.name + (option.value.empty() ? "" : "=");
  if (option.letter == 0) return in_quotes("*" + long_name + text + value);
  const std::string letter = std::string("-") + option.letter + (option.value.empty() ? "" : "+");
  return "'*'{" + letter + "," + long_name + "}" + in_quotes(text + value);
}

std::string fish_line(const ProgramPage& page, const PageOption& option) {
  std::string out = "complete -c " + page.name;
  if (option.letter != 0) out += std::string(" -s ") + option.letter;
  out += " -l " + option.name;
  switch (offer_of(option)) {
    case Offer::kChoices:
      out += " -x -a '" + joined(option.choices) + "'";
      break;
    case Offer::kFiles:
      out += " -r -F";
      break;
    case Offer::kDirectories:
      out += " -x -a '(__fish_complete_directories)'";
      break;
    case Offer::kNothing:
      out += option.value.empty() ? "" : " -x";
      break;
  }
  // In fish's single quotes only \ and ' are special.
  return out + " -d '" + backslashed(option.text, "\\'") + "'\n";
}

}  // namespace

std::string bash_completion(const ProgramPage& page) {
  const std::string function = "_" + with_underscores(page.name);
  std::string names, cases;
  for (const PageOption& option : all_options(page)) {
    names += (names.empty() ? "" : " ") + ("--" + option.name);
    if (option.letter != 0) names += std::string(" -") + option.letter;
    if (!option.value.empty()) cases += bash_case(option);
  }
  std::string out = "# bash completion of " + page.name + "; made from its table of options.\n" +
                    function + "() {\n" +
                    "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
                    "  # --format=json comes as three words.\n"
                    "  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then "
                    "prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
                    "  case $prev in\n" +
                    cases + "  esac\n" + "  if [[ $cur == -* ]]; then\n" +
                    "    COMPREPLY=($(compgen -W \"" + names + "\" -- \"$cur\"))\n";
  if (page.arguments == "file")
    out += "  else\n    compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$cur\"))\n";
  return out + "  fi\n}\ncomplete -F " + function + " " + page.name + "\n";
}

std::string zsh_completion(const ProgramPage& page) {
  std::string out =
      "#compdef " + page.name + "\n# Made from the table of options.\n_arguments -s -S \\\n";
  for (const PageOption& option : all_options(page)) out += "  " + zsh_spec(option) + " \\\n";
  return out + "  '*:" + page.arguments + ":" + (page.arguments == "file" ? "_files" : " ") + "'\n";
}

std::string fish_completion(const ProgramPage& page) {
  std::string out = "# fish completion of " + page.name + "; made from its table of options.\n";
  if (page.arguments != "file") out += "complete -c " + page.name + " -f\n";
  for (const PageOption& option : all_options(page)) out += fish_line(page, option);
  return out;
}

}  // namespace dragoman
