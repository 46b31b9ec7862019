// Whether documents have terms. The documents of a page, asked about in rising order, are found on one walk through the
// list of each term, or in memory where it is kept there.
//
//   TermChecker checker(database);
//   checker.has("summit", 3) && checker.has("summit", 7);
//
// Not thread-safe.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "shard_cache.h"

namespace dragoman {

class TermChecker {
 public:
  explicit TermChecker(const Xapian::Database& database) : database_(database) {}
  // `shards` are those of the database; all must outlive the checker. Requires: none is remote.
  TermChecker(const Xapian::Database& database, const std::vector<Xapian::Database>& shards,
              ShardCaches& caches)
      : database_(database), shards_(shards), caches_(&caches) {}

  // Throws what Xapian throws.
  bool has(const std::string& term, Xapian::docid document);

 private:
  struct List {
    Xapian::PostingIterator at;
    Xapian::docid asked = 0;  // last
    // By shard; none unless all are in memory.
    std::vector<std::shared_ptr<const CachedPostings>> cached;
  };

  std::vector<std::shared_ptr<const CachedPostings>> cached(const std::string& term) const;

  Xapian::Database database_;
  std::span<const Xapian::Database> shards_;
  ShardCaches* caches_ = nullptr;
  std::unordered_map<std::string, List> lists_;
};

}  // namespace dragoman
