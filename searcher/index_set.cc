#include "index_set.h"

#include <algorithm>
#include <utility>

#include "dragoman/index_stub.h"
#include "dragoman/schema.h"
#include "xapian_guard.h"

namespace dragoman {
namespace {

// A writer may remove a segment between the reading of the stub and its opening.
constexpr int kMostTries = 10;

std::vector<std::string> langs_of(const Xapian::Database& database) {
  const std::string prefix(kLangPrefix);
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string lang = (*term).substr(prefix.size());
    if (lang.size() == 2) found.emplace_back(term.get_termfreq(), lang);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> langs;
  for (auto& [documents, lang] : found) langs.push_back(std::move(lang));
  if (langs.empty()) langs.emplace_back("en");
  return langs;
}

}  // namespace

Result<IndexSet> IndexSet::open(std::vector<std::string> directories) {
  IndexSet set;
  for (std::string& directory : directories) set.stubs_.push_back({std::move(directory), {}});
  Error last;
  for (int tries = 0; tries < kMostTries; ++tries) {
    Result<void> done = set.open_all();
    if (done) return set;
    last = done.error();
    if (last.code != Errc::kIndexIo) break;
  }
  return last;
}

Result<void> IndexSet::open_all() {
  Xapian::Database database;
  for (Stub& stub : stubs_) {
    Result<std::vector<std::string>> segments = read_stub(stub.directory);
    if (!segments) return segments.error();
    for (const std::string& name : *segments) {
      const std::string path = stub.directory + "/" + name;
      if (Result<void> good = check_segment(path); !good) return good;
      Result<void> done = guard_xapian("cannot open " + path, [&] { database.add_database(Xapian::Database(path)); });
      if (!done) return done;
    }
    stub.segments = std::move(*segments);
  }
  return guard_xapian("cannot read the index", [&] {
    langs_ = langs_of(database);
    database_ = std::move(database);
  });
}

Result<void> IndexSet::refresh() {
  const bool same = std::all_of(stubs_.begin(), stubs_.end(), [](const Stub& stub) {
    const Result<std::vector<std::string>> now = read_stub(stub.directory);
    return now && *now == stub.segments;
  });
  if (same) return {};
  Result<void> done;
  for (int tries = 0; tries < kMostTries; ++tries) {
    done = open_all();
    if (done || done.error().code != Errc::kIndexIo) break;
  }
  return done;
}

}  // namespace dragoman
