#include "saved_query.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

namespace dragoman {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kMostNameBytes = 200;

// FNV-1a. Not the hash of the index, which may change with it.
std::uint64_t hash_of(std::string_view id) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

// Letters of any script, digits and what else no file system minds.
bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= kMostNameBytes && name[0] != '.' &&
         std::none_of(name.begin(), name.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == '/' || c == '\\' || c == 0x7F;
         });
}

Error no_name(const std::string& name) {
  return {Errc::kUsage, "'" + name + "' is no name for a saved query",
          "names are words without / and not beginning with a dot"};
}

fs::path file_of(const std::string& folder, const std::string& name) {
  return fs::path(folder) / (name + ".json");
}

std::string saved_names(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  std::string words;
  for (const std::string& name : names) words += (words.empty() ? "" : ", ") + name;
  return words.empty() ? "--save NAME QUERY saves one" : "saved are " + words;
}

}  // namespace

bool SavedQuery::has_seen(std::string_view id) const { return seen.contains(hash_of(id)); }

void SavedQuery::see(std::string_view id) { seen.insert(hash_of(id)); }

Result<SavedQuery> read_saved_query(const std::string& folder, const std::string& name) {
  if (!is_name(name)) return no_name(name);
  std::ifstream file(file_of(folder, name), std::ios::binary);
  if (!file)
    return Error{Errc::kNotFound, "there is no saved query '" + name + "'", saved_names(folder)};
  const json read = json::parse(file, nullptr, /*allow_exceptions=*/false);
  try {
    const QueryReach reach{read.at("translate"), read.at("maybe"), read.at("related")};
    SavedQuery query{read.at("query"), read.at("dbs"), reach, {}};
    for (const json& hash : read.at("seen")) query.seen.insert(hash.get<std::uint64_t>());
    return query;
  } catch (const json::exception&) {
    return Error{Errc::kMalformed, file_of(folder, name).string() + " is not a saved query",
                 "remove it and save the query again"};
  }
}

Result<void> write_saved_query(const std::string& folder, const std::string& name,
                               const SavedQuery& query) {
  if (!is_name(name)) return no_name(name);
  const fs::path path = file_of(folder, name);
  const fs::path fresh = path.string() + ".new";
  std::vector<std::uint64_t> seen(query.seen.begin(), query.seen.end());
  std::sort(seen.begin(), seen.end());
  const json all = {{"query", query.query},
                    {"dbs", query.dbs},
                    {"translate", query.reach.translate},
                    {"maybe", query.reach.maybe},
                    {"related", query.reach.related},
                    {"seen", seen}};
  std::error_code failed;
  if (fs::create_directories(folder, failed)) fs::permissions(folder, fs::perms::owner_all, failed);
  std::ofstream file(fresh, std::ios::binary);
  file << all.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  file.close();
  if (file) fs::rename(fresh, path, failed);
  if (!file || failed)
    return Error{Errc::kUnreadable, "cannot write " + path.string(),
                 "--state DIR names another place"};
  return {};
}

}  // namespace dragoman
