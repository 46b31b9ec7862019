// The words of a query as they are ranked.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "bm25.h"
#include "ranking_profile.h"
#include "term_counts.h"

namespace dragoman {

struct RankedWord {
  std::vector<std::string> terms;  // any of them counts as the word
  Bm25 bm25;
  std::size_t group = 0;  // from 0 on: a document that matches has a word of each
};

// Reads words out of queries; their weights are those of Bm25Weight.
class WordReader {
 public:
  // All must outlive the reader.
  WordReader(const Xapian::Database& database, TermCounts& counts, const RankingProfile& profile);

  // The term or the synonyms that the query is, scaled or not; none for another query. Throws what Xapian throws.
  std::optional<RankedWord> word(const Xapian::Query& query) const;
  // The words of a query that is any of some words, or all of some such parts; none for another query. Throws what
  // Xapian throws.
  std::optional<std::vector<RankedWord>> words(const Xapian::Query& query) const;

 private:
  bool append(const Xapian::Query& query, double factor, std::size_t group,
              std::vector<RankedWord>& out) const;

  const Xapian::Database& database_;
  TermCounts& terms_;
  const RankingProfile& profile_;
  Bm25Counts counts_;
};

}  // namespace dragoman
