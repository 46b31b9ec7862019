#include "dragoman/searcher/query_completion.h"

#include <algorithm>
#include <array>

#include "dragoman/analyzers/gazetteer.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 11> kFields = {
    "title:", "org:",    "sym:",  "cites:", "date:", "mention:",
    "lang:",  "source:", "type:", "id:",    "org:="};
constexpr std::size_t kMostNameWords = 8;
constexpr std::size_t kLeastNameBytes = 2;

// Of the names that fit the label is the best to show, where it is among them.
QueryCompletion organizations(std::size_t begin, std::string_view typed, std::size_t most) {
  QueryCompletion out{begin, {}};
  for (const Completion& one : complete(typed, most)) {
    const Organization& meant = organization(one.organization);
    const auto known =
        std::find_if(out.choices.begin(), out.choices.end(),
                     [&meant](const QueryChoice& choice) { return choice.text == meant.id; });
    if (known == out.choices.end()) {
      out.choices.push_back(
          {ChoiceKind::kOrganization, std::string(meant.id), std::string(one.name)});
    } else if (one.name == meant.label) {
      known->name = one.name;
    }
  }
  return out;
}

std::size_t begin_of_word(std::string_view line) {
  const std::size_t blank = line.find_last_of(" (");
  return blank == std::string_view::npos ? 0 : blank + 1;
}

}  // namespace

QueryCompletion complete_query(std::string_view line, std::size_t most) {
  const std::size_t quote = line.rfind("org:\"");
  if (quote != std::string_view::npos && line.find('"', quote + 5) == std::string_view::npos)
    return organizations(quote + 4, line.substr(quote + 5), most);
  const std::size_t begin = begin_of_word(line);
  const std::string_view word = line.substr(begin);
  for (const std::string_view field : {"org:=", "org:"}) {
    if (word.starts_with(field))
      return organizations(begin + field.size(), word.substr(field.size()), most);
  }
  QueryCompletion out{begin, {}};
  if (word.empty()) return {line.size(), {}};
  for (const std::string_view field : kFields) {
    if (field.starts_with(word))
      out.choices.push_back({ChoiceKind::kField, std::string(field), {}});
  }
  return out;
}

QueryCompletion complete_names(std::string_view line, std::size_t most) {
  std::vector<std::size_t> begins;  // of the last words, the last one first
  for (std::size_t end = line.size(); begins.size() < kMostNameWords;) {
    begins.push_back(begin_of_word(line.substr(0, end)));
    if (begins.back() == 0) break;
    end = begins.back() - 1;
  }
  for (auto begin = begins.rbegin(); begin != begins.rend(); ++begin) {
    const std::string_view typed = line.substr(*begin);
    if (typed.find_last_not_of(' ') + 1 < kLeastNameBytes || typed.front() == ' ') continue;
    QueryCompletion out = organizations(*begin, typed, most);
    if (!out.choices.empty()) return out;
  }
  return {line.size(), {}};
}

}  // namespace dragoman
