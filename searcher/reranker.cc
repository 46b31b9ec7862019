#include "reranker.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

// Of position tables, read for one list of matches: enough for a hundred speeches, and a bound where each document is
// a book.
constexpr std::size_t kMostBytes = 4 << 20;
// Matches are scored by the batch, each twice as long as the one before, so that few books are read beyond the bound.
constexpr std::ptrdiff_t kFirstBatch = 4;

// Scores [begin, end), read in the order in which they stand in the index: neighbours share its blocks. Gives the
// bytes that were read.
std::size_t score(const Xapian::Database& database, EvidenceScorer& scorer, Ranked* begin,
                  Ranked* end) {
  std::vector<Ranked*> matches;
  for (Ranked* match = begin; match != end; ++match) matches.push_back(match);
  std::sort(matches.begin(), matches.end(),
            [](const Ranked* a, const Ranked* b) { return a->document < b->document; });
  std::size_t bytes = 0;
  for (Ranked* match : matches) {
    const std::string table =
        database.get_document(match->document, Xapian::DOC_ASSUME_VALID).get_value(kPositionsSlot);
    bytes += table.size();
    match->score += scorer.score(PositionTable(table));
  }
  return bytes;
}

}  // namespace

void rerank(const Xapian::Database& database, EvidenceScorer& scorer, int depth,
            std::vector<Ranked>& matches) {
  if (!scorer.has_evidence()) return;
  const std::ptrdiff_t all = std::min<std::ptrdiff_t>(depth, std::ssize(matches));
  std::ptrdiff_t scored = 0;
  std::size_t bytes = 0;
  for (std::ptrdiff_t batch = kFirstBatch; scored < all && bytes < kMostBytes; batch *= 2) {
    Ranked* begin = matches.data() + scored;
    scored = std::min(all, scored + batch);
    bytes += score(database, scorer, begin, matches.data() + scored);
  }
  std::stable_sort(matches.begin(), matches.begin() + scored,
                   [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
}

}  // namespace dragoman
