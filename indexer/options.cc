#include "options.h"

#include <algorithm>
#include <array>
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

struct Texts {
  std::vector<std::string> map;
  std::string lang;
  std::string max_size;
  std::int64_t jobs = 0;
};

// "auto, text, html or jsonl".
std::string format_words() {
  const std::vector<std::string_view> names = format_names();
  std::string words;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) words += i + 1 == names.size() ? " or " : ", ";
    words += names[i];
  }
  return words;
}

po::options_description visible_options(IndexOptions& options, Texts& texts) {
  po::options_description all("Options");
  auto add = all.add_options();
  add("db", po::value(&options.db)->value_name("DIR"), "index directory; made when missing");
  add("jobs,j", po::value(&texts.jobs)->value_name("N")->default_value(0, "all cores"),
      "worker threads");
  add("format", po::value(&options.read.format)->value_name("NAME")->default_value("auto"),
      format_words().c_str());
  add("map", po::value(&texts.map)->value_name("FIELD=KEY,…"),
      "read a field from another key: title=headline,date=pubDate");
  add("lang", po::value(&texts.lang)->value_name("CODE")->default_value("auto"),
      "language of documents that do not tell theirs: auto, en, ru …");
  add("max-size", po::value(&texts.max_size)->value_name("BYTES")->default_value("256M"),
      "skip larger documents; K, M and G are understood");
  add("dry-run", po::bool_switch(&options.dry_run), "read everything, write nothing");
  add("json", po::bool_switch(&options.json), "print the summary as JSON");
  add("quiet,q", po::bool_switch(&options.quiet), "no progress, no summary line");
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
  if (unit == "G" || unit == "g") return value > (1u << 20u) ? std::nullopt : std::optional(value << 30u);
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

}  // namespace

Result<IndexOptions> parse_index_options(int argc, const char* const* argv) {
  IndexOptions options;
  Texts texts;
  po::options_description all = visible_options(options, texts);
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
  if (options.help || options.version) return options;

  if (options.db.empty()) return usage("--db DIR is missing");
  if (options.inputs.empty()) return usage("nothing to index: give files, directories, or -");
  if (std::count(options.inputs.begin(), options.inputs.end(), "-") > 1) {
    return usage("- (standard input) can be read only once");
  }
  if (!contains(format_names(), options.read.format)) {
    return usage("--format knows no '" + options.read.format + "'");
  }
  if (texts.jobs < 0 || texts.jobs > kMaxJobs) {
    return usage("--jobs wants a number from 1 to " + std::to_string(kMaxJobs));
  }
  options.write.jobs = static_cast<unsigned>(texts.jobs);
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
  return options;
}

std::string index_help() {
  IndexOptions options;
  Texts texts;
  std::ostringstream out;
  out << "Usage: dragoman-index --db DIR [OPTIONS] PATH…\n\n"
         "Indexes files, directories with all that is in them, or - (standard input).\n"
         "Unchanged documents are skipped, changed ones replaced.\n\n"
      << visible_options(options, texts)
      << "\nExit status: 0 all done, 1 done but some inputs were skipped, 2 failed.\n\n"
         "Example: dragoman-index --db news.db --map title=headline dump/ speeches.jsonl.xz\n";
  return out.str();
}

}  // namespace dragoman
