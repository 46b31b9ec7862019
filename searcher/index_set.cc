#include "index_set.h"

#include <algorithm>
#include <utility>

#include "copies.h"
#include "dragoman/schema.h"
#include "xapian_guard.h"

namespace dragoman {
namespace {

std::vector<std::string> langs_of(const Xapian::Database& database) {
  const std::string prefix(kLangPrefix);
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string lang = (*term).substr(prefix.size());
    if (lang.size() == 2) found.emplace_back(term.get_termfreq(), lang);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> langs;
  for (auto& [documents, lang] : found) langs.push_back(std::move(lang));
  if (langs.empty()) langs.emplace_back("en");
  return langs;
}

}  // namespace

Result<IndexSet> IndexSet::open(std::vector<std::string> directories) {
  IndexSet set;
  for (std::string& directory : directories) {
    Result<IndexSnapshot> snapshot = open_snapshot(directory);
    if (!snapshot) return snapshot.error();
    set.indexes_.push_back({std::move(directory), std::move(*snapshot)});
  }
  if (Result<void> done = set.join(); !done) return done.error();
  return set;
}

Result<void> IndexSet::join() {
  return guard_xapian("cannot read the index", [this] {
    Xapian::Database all;
    for (const Index& index : indexes_) {
      for (const Xapian::Database& segment : index.snapshot.segments) all.add_database(segment);
    }
    langs_ = langs_of(all);
    has_copies_ = dragoman::has_copies(all);
    database_ = std::move(all);
  });
}

Result<void> IndexSet::refresh() {
  bool changed = false;
  for (Index& index : indexes_) {
    const Result<Published> now = read_stub(index.directory);
    if (now && *now == index.snapshot.published) continue;
    Result<IndexSnapshot> snapshot = open_snapshot(index.directory);
    if (!snapshot) return snapshot.error();
    index.snapshot = std::move(*snapshot);
    changed = true;
  }
  return changed ? join() : Result<void>();
}

}  // namespace dragoman
