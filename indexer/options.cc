#include "options.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include <boost/program_options.hpp>

namespace dragoman {
namespace {

namespace po = boost::program_options;

constexpr std::array<std::string_view, 9> kFields = {"id",  "title",  "body",   "date", "lang",
                                                     "url", "source", "symbol", "type"};
constexpr unsigned kMaxJobs = 256;

constexpr double kMostSeconds = 1e6;

struct Texts {
  std::vector<std::string> map;
  std::string lang;
  std::string max_size;
  std::string checkpoint;
  std::int64_t jobs = 0;
  double lock_timeout = 0;
};

// "NAME:auto|text|html", as program_page.h wants it.
std::string format_value() {
  std::string value = "NAME:";
  for (const std::string_view name : format_names()) {
    if (!value.ends_with(':')) value += '|';
    value += name;
  }
  return value;
}

// Tasks other than indexing, and the options that make sense with each, besides --db.
struct TaskOptions {
  const char* name = "";
  IndexTask task = IndexTask::kIndex;
  const char* help = "";
  std::array<std::string_view, 4> allowed;
};
constexpr std::array<TaskOptions, 4> kTasks = {{
    {"stats", IndexTask::kStats, "print what the index holds", {"json"}},
    {"check", IndexTask::kCheck, "verify the index and every document in it", {"quiet"}},
    {"compact",
     IndexTask::kCompact,
     "make one segment of all: smaller, faster to search",
     {"quiet", "lock-timeout"}},
    {"export", IndexTask::kExport, "print all documents as JSON Lines, to be indexed again", {}},
}};

po::options_description indexing_options(IndexOptions& options, Texts& texts) {
  po::options_description all;
  auto add = all.add_options();
  add("db", po::value(&options.db)->value_name("DIR"), "index directory; made when missing");
  add("jobs,j", po::value(&texts.jobs)->value_name("N")->default_value(0, "all cores"),
      "worker threads");
  add("format", po::value(&options.read.format)->value_name(format_value())->default_value("auto"),
      "format of the files: {}");
  add("map", po::value(&texts.map)->value_name("FIELD=KEY,…"),
      "read a field from another key: title=headline,date=pubDate");
  add("lang", po::value(&texts.lang)->value_name("CODE")->default_value("auto"),
      "language of documents that do not tell theirs: auto, en, ru …");
  add("max-size", po::value(&texts.max_size)->value_name("BYTES")->default_value("256M"),
      "skip larger documents; K, M and G are understood");
  add("prune", po::bool_switch(&options.prune),
      "remove documents whose file is gone from the given PATHs, or has them no more");
  add("watch", "index, then go on indexing what comes into the given directories");
  add("check-content", "compare the bytes of files, whatever their time stamps say");
  add("rescan", "read all files again and compare each document");
  add("checkpoint", po::value(&texts.checkpoint)->value_name("BYTES")->default_value("512M"),
      "commit whenever so much text was indexed, or after 10 minutes");
  add("lock-timeout", po::value(&texts.lock_timeout)->value_name("SECONDS")->default_value(0, "0"),
      "wait so long for another process that writes to the index");
  add("dry-run", po::bool_switch(&options.dry_run), "read everything, write nothing");
  add("json", po::bool_switch(&options.json), "print the summary as JSON");
  add("quiet,q", po::bool_switch(&options.quiet), "no progress, no summary line");
  return all;
}

po::options_description housekeeping_options(IndexOptions& options) {
  po::options_description all;
  auto add = all.add_options();
  for (const TaskOptions& task : kTasks) add(task.name, task.help);
  add("generate", po::value(&options.generate)->value_name(std::string("WHAT:") + kGenerated),
      "print the man page, or the completions of a shell: {}");
  add("help,h", po::bool_switch(&options.help), "print this text");
  add("version", po::bool_switch(&options.version), "print the version");
  return all;
}

Error usage(std::string message) {
  return {Errc::kUsage, std::move(message), "see dragoman-index --help"};
}

// "256M" -> 268435456.
std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t value = 0;
  std::size_t i = 0;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
    if (value > (1ull << 50u)) return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(text[i] - '0');
  }
  if (i == 0 || value == 0 || value > (1ull << 50u)) return std::nullopt;
  const std::string_view unit = text.substr(i);
  if (unit.empty()) return value;
  if (unit == "K" || unit == "k") return value << 10u;
  if (unit == "M" || unit == "m") return value << 20u;
  if (unit == "G" || unit == "g")
    return value > (1u << 20u) ? std::nullopt : std::optional(value << 30u);
  return std::nullopt;
}

template <typename List>
bool contains(const List& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

Result<std::vector<FieldMapping>> parse_map(const std::vector<std::string>& texts) {
  std::vector<FieldMapping> map;
  for (const std::string& text : texts) {
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) {
      const std::size_t equals = part.find('=');
      if (equals == std::string::npos || equals + 1 == part.size()) {
        return usage("--map wants FIELD=KEY, not '" + part + "'");
      }
      FieldMapping mapping{part.substr(0, equals), part.substr(equals + 1)};
      if (!contains(kFields, mapping.field)) {
        return usage("--map knows no field '" + mapping.field + "'");
      }
      map.push_back(std::move(mapping));
    }
  }
  return map;
}

bool is_language(std::string_view lang) {
  return lang == "auto" || (lang.size() == 2 && std::all_of(lang.begin(), lang.end(), [](char c) {
                              return c >= 'a' && c <= 'z';
                            }));
}

bool is_given(const po::variables_map& values, std::string_view name) {
  const po::variable_value& value = values[std::string(name)];
  // A switch that was not thrown has its default value.
  return !value.empty() && !value.defaulted();
}

Error makes_no_sense(const std::string& option, const std::string& task) {
  return usage("--" + option + " makes no sense with " + task);
}

// Finds the task, and refuses what makes no sense with it.
Result<void> take_task(const po::variables_map& values, IndexOptions& options) {
  const TaskOptions* chosen = nullptr;
  for (const TaskOptions& task : kTasks) {
    if (!is_given(values, task.name)) continue;
    if (chosen != nullptr) {
      return usage("--" + std::string(chosen->name) + " and --" + task.name +
                   " are two tasks: do one after the other");
    }
    chosen = &task;
  }
  if (chosen == nullptr) {
    if (is_given(values, "watch")) options.task = IndexTask::kWatch;
    return {};
  }
  options.task = chosen->task;
  const std::string name = std::string("--") + chosen->name;
  if (!options.inputs.empty()) {
    return usage(name + " takes no files: it is about what is in the index already");
  }
  for (const auto& [other, value] : values) {
    if (other == "db" || other == "input" || other == chosen->name || !is_given(values, other)) {
      continue;
    }
    if (!contains(chosen->allowed, other)) return makes_no_sense(other, name);
  }
  return {};
}

// What makes no sense together when files are indexed.
Result<void> check_indexing(const po::variables_map& values, const IndexOptions& options) {
  const auto& inputs = options.inputs;
  const auto stdin_count = std::count(inputs.begin(), inputs.end(), "-");
  const bool watch = options.task == IndexTask::kWatch;
  if (inputs.empty()) return usage("nothing to index: give files, directories, or -");
  if (stdin_count > 1) return usage("- (standard input) can be read only once");
  if (watch && stdin_count > 0) return usage("--watch watches directories, not standard input");
  if (watch && options.dry_run)
    return usage("--dry-run writes nothing, so there is nothing to --watch for");
  if (options.prune && options.dry_run) {
    return usage("--dry-run does not look into the index, so there is nothing to --prune");
  }
  if (options.prune && static_cast<std::size_t>(stdin_count) == inputs.size()) {
    return usage("--prune wants files or directories: from - (standard input) nothing can be gone");
  }
  if (is_given(values, "rescan") && is_given(values, "check-content")) {
    return usage("--rescan reads every file, so there is nothing left to --check-content");
  }
  return {};
}

Result<void> take_writing(const po::variables_map& values, const Texts& texts,
                          IndexOptions& options) {
  if (texts.jobs < 0 || texts.jobs > kMaxJobs) {
    return usage("--jobs wants a number from 1 to " + std::to_string(kMaxJobs));
  }
  options.write.jobs = static_cast<unsigned>(texts.jobs);
  const std::optional<std::uint64_t> checkpoint = parse_size(texts.checkpoint);
  if (!checkpoint) {
    return usage("--checkpoint wants bytes, like 512M, not '" + texts.checkpoint + "'");
  }
  options.write.checkpoint_bytes = *checkpoint;
  if (!(texts.lock_timeout >= 0 && texts.lock_timeout <= kMostSeconds)) {
    return usage("--lock-timeout wants seconds, from 0 to a million");
  }
  options.write.lock_timeout =
      std::chrono::milliseconds(static_cast<std::int64_t>(texts.lock_timeout * 1000));
  if (is_given(values, "check-content")) options.write.trust = FileTrust::kBytes;
  if (is_given(values, "rescan")) options.write.trust = FileTrust::kNothing;
  return {};
}

Result<void> take_reading(const Texts& texts, IndexOptions& options) {
  if (!contains(format_names(), options.read.format)) {
    return usage("--format knows no '" + options.read.format + "'");
  }
  if (!is_language(texts.lang)) {
    return usage("--lang wants auto or a language's two letters, not '" + texts.lang + "'");
  }
  options.read.lang = texts.lang;
  const std::optional<std::uint64_t> size = parse_size(texts.max_size);
  if (!size) return usage("--max-size wants bytes, like 256M, not '" + texts.max_size + "'");
  options.read.max_bytes = *size;
  Result<std::vector<FieldMapping>> map = parse_map(texts.map);
  if (!map) return map.error();
  options.read.map = std::move(*map);
  return {};
}

}  // namespace

Result<IndexOptions> parse_index_options(int argc, const char* const* argv) {
  IndexOptions options;
  Texts texts;
  po::options_description all = indexing_options(options, texts);
  all.add(housekeeping_options(options));
  all.add_options()("input", po::value(&options.inputs));
  po::positional_options_description positional;
  positional.add("input", -1);
  po::variables_map values;
  try {
    // Without guessing: a shortened option today may be ambiguous tomorrow.
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(
        po::command_line_parser(argc, argv).options(all).positional(positional).style(style).run(),
        values);
    po::notify(values);
  } catch (const po::error& error) {
    return usage(error.what());
  }
  if (options.help || options.version || !options.generate.empty()) return options;
  if (options.db.empty()) return usage("--db DIR is missing");
  if (Result<void> done = take_task(values, options); !done) return done.error();
  const bool indexing = options.task == IndexTask::kIndex || options.task == IndexTask::kWatch;
  Result<void> done = indexing ? check_indexing(values, options) : Result<void>();
  if (done) done = take_writing(values, texts, options);
  if (done) done = take_reading(texts, options);
  if (!done) return done.error();
  return options;
}

ProgramPage index_page() {
  IndexOptions options;
  Texts texts;
  ProgramPage page;
  page.name = "dragoman-index";
  page.version = DRAGOMAN_VERSION;
  page.summary = "make or update an index of documents";
  page.synopsis = {"--db DIR [OPTIONS] PATH…", "--db DIR --stats|--check|--compact|--export"};
  page.arguments = "file";
  page.description =
      "Indexes files, directories with all that is in them, or - (standard input). "
      "Unchanged files are skipped, changed documents replaced, renamed files recognized. "
      "Near copies are grouped: a search shows the first. One process can write at a time; "
      "searching goes on. An interrupted run loses what came after the last checkpoint, and the "
      "next one carries on from there.";
  page.options = OptionGroups{{"Options", indexing_options(options, texts)},
                              {"Instead of indexing", housekeeping_options(options)}};
  page.exit_status = {
      {"0", "all done"}, {"1", "done, but some inputs were skipped"}, {"2", "failed"}};
  page.examples = {{"dragoman-index --db news.db dump/ speeches.jsonl.xz",
                    "A directory with all that is in it, and a compressed file of JSON Lines."},
                   {"dragoman-index --db news.db --map title=headline news.jsonl",
                    "Takes the title from the key headline."}};
  return page;
}

}  // namespace dragoman
