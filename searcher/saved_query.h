// A SavedQuery is a query with a name, and the documents it has shown already: what it finds besides is new.
//
//   Result<SavedQuery> query = read_saved_query(folder, "csto");
//   request.wanted = [&](const std::string& id) { return !query->has_seen(id); };
//
// A JSON file each, `folder`/csto.json, replaced at one go. Of the documents it keeps hashes of their ids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "dragoman/result.h"
#include "dragoman/searcher/query_reach.h"

namespace dragoman {

struct SavedQuery {
  std::string query;
  std::vector<std::string> dbs;
  QueryReach reach;
  std::unordered_set<std::uint64_t> seen;

  bool has_seen(std::string_view id) const;
  void see(std::string_view id);
};

// Errors: kUsage (no name for a file), kNotFound, kMalformed.
Result<SavedQuery> read_saved_query(const std::string& folder, const std::string& name);

// Makes the folder where it is missing. Errors: kUsage, kUnreadable.
Result<void> write_saved_query(const std::string& folder, const std::string& name,
                               const SavedQuery& query);

}  // namespace dragoman
