#include "parameters.h"

#include <algorithm>
#include <charconv>

namespace dragoman {

Result<void> Parameters::check_names(std::span<const std::string_view> known) const {
  for (const auto& [name, value] : given_) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::string names;
    for (const std::string_view one : known)
      names += (names.empty() ? "" : ", ") + std::string(one);
    return Error{Errc::kUsage, "there is no parameter '" + name + "'",
                 known.empty() ? "this takes none" : "there are " + names};
  }
  return {};
}

bool Parameters::has(std::string_view name) const {
  return std::any_of(given_.begin(), given_.end(),
                     [name](const auto& one) { return one.first == name; });
}

std::string Parameters::text(std::string_view name) const {
  const auto found = std::find_if(given_.begin(), given_.end(),
                                  [name](const auto& one) { return one.first == name; });
  return found == given_.end() ? "" : found->second;
}

std::vector<std::string> Parameters::texts(std::string_view name) const {
  std::vector<std::string> all;
  for (const auto& one : given_) {
    if (one.first == name && !one.second.empty()) all.push_back(one.second);
  }
  return all;
}

std::vector<std::string> Parameters::list(std::string_view name) const {
  std::vector<std::string> all;
  for (const std::string& text : texts(name)) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      if (end > begin) all.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return all;
}

Result<unsigned> Parameters::number(std::string_view name, unsigned preset, unsigned most) const {
  if (!has(name)) return preset;
  const std::string value = text(name);
  unsigned number = 0;
  const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (wrong == std::errc() && end == value.data() + value.size() && number <= most) return number;
  return Error{Errc::kUsage,
               "'" + std::string(name) + "' wants a number from 0 to " + std::to_string(most), ""};
}

Result<bool> Parameters::flag(std::string_view name) const {
  const std::string value = text(name);
  if (value.empty() || value == "0" || value == "false") return false;
  if (value == "1" || value == "true") return true;
  return Error{Errc::kUsage, "'" + std::string(name) + "' is 0 or 1", ""};
}

}  // namespace dragoman
