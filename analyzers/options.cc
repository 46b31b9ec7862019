#include "options.h"

#include <utility>
#include <vector>

#include <boost/program_options.hpp>

namespace dragoman {
namespace {

namespace po = boost::program_options;

po::options_description visible_options(AnalyzeOptions& options) {
  po::options_description all;
  all.add_options()  //
      ("input", po::value(&options.format)->value_name("NAME:text|jsonl")->default_value("text"),
       "what is read: {}; jsonl has an object with text or body a line")                         //
      ("tokens", po::bool_switch(&options.tokens), "print the tokens too, as they are indexed")  //
      ("generate", po::value(&options.generate)->value_name(std::string("WHAT:") + kGenerated),
       "print the man page, or the completions of a shell: {}")      //
      ("help,h", po::bool_switch(&options.help), "print this text")  //
      ("version", po::bool_switch(&options.version), "print the version");
  return all;
}

Error usage(std::string message) {
  return {Errc::kUsage, std::move(message), "see dragoman-analyze --help"};
}

}  // namespace

Result<AnalyzeOptions> parse_analyze_options(int argc, const char* const* argv) {
  AnalyzeOptions options;
  std::vector<std::string> paths;
  po::options_description all = visible_options(options);
  all.add_options()("file", po::value(&paths));
  po::positional_options_description positional;
  positional.add("file", -1);
  po::variables_map values;
  try {
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(
        po::command_line_parser(argc, argv).options(all).positional(positional).style(style).run(),
        values);
    po::notify(values);
  } catch (const po::error& error) {
    return usage(error.what());
  }
  if (options.format != "text" && options.format != "jsonl")
    return usage("--input is text or jsonl, not " + options.format);
  if (paths.size() > 1) return usage("one file at a time, not " + std::to_string(paths.size()));
  if (!paths.empty()) options.path = paths.front();
  return options;
}

ProgramPage analyze_page() {
  AnalyzeOptions options;
  ProgramPage page;
  page.name = "dragoman-analyze";
  page.version = DRAGOMAN_VERSION;
  page.summary = "show what Dragoman sees in a text";
  page.synopsis = {"[OPTIONS] [FILE|-]"};
  page.arguments = "file";
  page.description =
      "Prints the organizations, short forms, definitions, symbols, dates and people of a text as "
      "JSON, one line a document; offsets count code points. The same analysis makes the index, "
      "reads queries and marks passages.";
  page.options = OptionGroups{{"Options", visible_options(options)}};
  page.exit_status = {{"0", "done"}, {"2", "the input cannot be read, or is malformed"}};
  page.examples = {{"dragoman-analyze speech.txt", "What is named in the speech, and where."},
                   {"dragoman-analyze --input jsonl < news.jsonl", "A line for each document."}};
  return page;
}

}  // namespace dragoman
