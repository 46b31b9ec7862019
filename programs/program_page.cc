#include "program_page.h"

#include <sstream>

namespace dragoman {
namespace {

namespace po = boost::program_options;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

// "text, json or html".
std::string in_words(const std::vector<std::string>& values) {
  std::string words;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) words += i + 1 == values.size() ? " or " : ", ";
    words += values[i];
  }
  return words;
}

// Boost tells the name and default of a value as "NAME (=text)", or "[=N(=2)]".
void take_value(const po::option_description& option, PageOption& out) {
  if (option.semantic()->max_tokens() == 0) return;
  out.value = option.semantic()->name();
  const std::size_t preset = out.value.find(" (=");
  if (preset != std::string::npos) {
    out.preset = out.value.substr(preset + 3, out.value.size() - preset - 4);
    out.value.erase(preset);
  }
  const std::size_t colon = out.value.find(':');
  if (colon == std::string::npos) return;
  out.choices = split(out.value.substr(colon + 1), '|');
  out.value.erase(colon);
}

PageOption taken_apart(const po::option_description& option) {
  PageOption out;
  out.name = option.long_name();
  const std::string shown =
      option.canonical_display_name(po::command_line_style::allow_dash_for_short);
  if (shown.size() == 2 && shown[0] == '-' && shown[1] != '-') out.letter = shown[1];
  take_value(option, out);
  out.text = option.description();
  const std::size_t place = out.text.find("{}");
  if (place != std::string::npos) out.text.replace(place, 2, in_words(out.choices));
  return out;
}

}  // namespace

std::vector<PageOption> options_of(const OptionGroup& group) {
  std::vector<PageOption> options;
  for (const auto& option : group.options.options()) options.push_back(taken_apart(*option));
  return options;
}

Result<std::string> generated(const ProgramPage& page, std::string_view what) {
  if (what == "man") return man_page(page);
  if (what == "bash") return bash_completion(page);
  if (what == "zsh") return zsh_completion(page);
  if (what == "fish") return fish_completion(page);
  return Error{Errc::kUsage, "--generate knows no '" + std::string(what) + "'",
               "it makes " + in_words(split(kGenerated, '|'))};
}

}  // namespace dragoman
