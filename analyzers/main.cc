// dragoman-analyze: what the analyzers see in a text, as JSON, one line a document; offsets in code points.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/analyzers/people.h"
#include "options.h"

namespace {

using nlohmann::json;

constexpr const char* kForms[] = {"name", "acronym", "alias", "former", "adjective"};
constexpr const char* kCertainties[] = {"possible", "probable", "certain"};

// Turns bytes into code points; asked in rising order, it walks the text once.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) {
    before_.reserve(text.size() + 1);
    std::size_t count = 0;
    for (const char c : text) {
      before_.push_back(count);
      if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80) ++count;
      if ((static_cast<unsigned char>(c) & 0xC0u) == 0x80) before_.back() = count;
    }
    before_.push_back(count);
  }
  std::size_t before(std::size_t byte) const { return before_[byte]; }

 private:
  std::vector<std::size_t> before_;
};

json described(const std::string& text, const dragoman::Analysis& analysis, bool tokens) {
  const CodePoints points(text);
  json out;
  out["lang"] = analysis.lang;
  out["organizations"] = json::array();
  for (const auto& m : analysis.organizations) {
    out["organizations"].push_back({{"id", dragoman::organization(m.organization).id},
                                    {"start", points.before(m.span.begin)},
                                    {"end", points.before(m.span.end)},
                                    {"text", text.substr(m.span.begin, m.span.end - m.span.begin)},
                                    {"form", kForms[static_cast<int>(m.form)]},
                                    {"certainty", kCertainties[static_cast<int>(m.certainty)]}});
  }
  out["acronyms"] = json::array();
  for (const auto& span : analysis.acronyms) {
    out["acronyms"].push_back({points.before(span.begin), points.before(span.end)});
  }
  out["definitions"] = json::array();
  for (const auto& d : analysis.definitions) {
    json definition = {
        {"short", {points.before(d.short_form.begin), points.before(d.short_form.end)}},
        {"long", {points.before(d.long_form.begin), points.before(d.long_form.end)}}};
    if (d.organization) definition["org"] = dragoman::organization(*d.organization).id;
    out["definitions"].push_back(std::move(definition));
  }
  out["symbols"] = json::array();
  for (const auto& m : analysis.symbols) {
    out["symbols"].push_back({{"symbol", m.symbol},
                              {"start", points.before(m.span.begin)},
                              {"end", points.before(m.span.end)},
                              {"text", text.substr(m.span.begin, m.span.end - m.span.begin)}});
  }
  out["dates"] = json::array();
  for (const auto& m : analysis.dates) {
    json date = {{"from", m.from},
                 {"to", m.to},
                 {"start", points.before(m.span.begin)},
                 {"end", points.before(m.span.end)}};
    if (m.inferred) date["inferred"] = true;
    if (m.ambiguous) date["ambiguous"] = true;
    out["dates"].push_back(std::move(date));
  }
  out["people"] = json::array();
  for (const auto& m : analysis.people) {
    out["people"].push_back({{"id", dragoman::person(m.person).id},
                             {"name", dragoman::person(m.person).name},
                             {"start", points.before(m.span.begin)},
                             {"end", points.before(m.span.end)},
                             {"certainty", kCertainties[static_cast<int>(m.certainty)]}});
  }
  if (!tokens) return out;
  for (const auto& token : analysis.tokens) {
    out["tokens"].push_back({{"term", token.term},
                             {"start", points.before(token.span.begin)},
                             {"end", points.before(token.span.end)},
                             {"position", token.position}});
  }
  return out;
}

int complain(const std::string& message) {
  std::cerr << "dragoman-analyze: " << message << '\n';
  return 2;
}

void print(const json& line) {
  std::cout << line.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
}

int analyze_lines(std::istream& input, bool tokens) {
  dragoman::Analyzer analyzer;
  std::size_t number = 0;
  for (std::string line; std::getline(input, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const json document = json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!document.is_object())
      return complain("line " + std::to_string(number) + " is not a JSON object");
    const auto text_of = [&document](const char* key) {
      const auto found = document.find(key);
      return found != document.end() && found->is_string() ? found->get<std::string>()
                                                           : std::string();
    };
    std::string text = text_of("text");
    if (text.empty()) text = text_of("body");
    json out = described(text, analyzer.analyze(text, text_of("lang"), text_of("date")), tokens);
    out["id"] = document.value("id", json());
    print(out);
  }
  return 0;
}

int analyze_text(std::istream& input, bool tokens) {
  const std::string text{std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
  dragoman::Analyzer analyzer;
  print(described(text, analyzer.analyze(text), tokens));
  return 0;
}

int analyze(const dragoman::AnalyzeOptions& options) {
  std::ifstream file;
  if (options.path != "-") file.open(options.path, std::ios::binary);
  if (options.path != "-" && !file) return complain("cannot read " + options.path);
  std::istream& input = options.path == "-" ? std::cin : file;
  return options.format == "jsonl" ? analyze_lines(input, options.tokens)
                                   : analyze_text(input, options.tokens);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const auto options = dragoman::parse_analyze_options(argc, argv);
  if (!options)
    return complain(options.error().message + "\ndragoman-analyze: hint: " + options.error().hint);
  if (options->help) {
    std::cout << dragoman::help_text(dragoman::analyze_page());
  } else if (options->version) {
    std::cout << "dragoman-analyze " DRAGOMAN_VERSION "\n";
  } else if (!options->generate.empty()) {
    const auto text = dragoman::generated(dragoman::analyze_page(), options->generate);
    if (!text) return complain(text.error().message);
    std::cout << *text;
  } else {
    return analyze(*options);
  }
  return 0;
}
