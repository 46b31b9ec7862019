// How many documents of an index have a term. The parts of a search ask it of the same few terms again and again, and
// the index looks each time.
//
//   TermCounts counts;
//   counts.of(database, "summit") > 0
//
// Kept as long as the index is the same; some megabytes at most. Not thread-safe.
#pragma once

#include <string>
#include <unordered_map>

#include <xapian.h>

#include "dragoman/schema.h"

namespace dragoman {

class TermCounts {
 public:
  // Always of the same database. Throws what Xapian throws.
  Xapian::doccount of(const Xapian::Database& database, const std::string& term) {
    if (counts_.size() >= kMostTerms) counts_.clear();
    const auto [count, is_new] = counts_.try_emplace(term);
    if (is_new) count->second = database.get_termfreq(term);
    return count->second;
  }
  // How many documents there are (live_documents.h).
  Xapian::doccount documents(const Xapian::Database& database) {
    return database.get_doccount() - of(database, kPlaceholderTerm);
  }

 private:
  static constexpr std::size_t kMostTerms = 1 << 15;

  std::unordered_map<std::string, Xapian::doccount> counts_;
};

}  // namespace dragoman
