#include "reranker.h"

#include <algorithm>
#include <string>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

// Of position tables, read for one list of matches: enough for a hundred speeches, and a bound where each document is
// a book.
constexpr std::size_t kMostBytes = 4 << 20;

}  // namespace

void rerank(const Xapian::Database& database, EvidenceScorer& scorer, int depth,
            std::vector<Ranked>& matches) {
  if (!scorer.has_evidence()) return;
  std::size_t bytes = 0;
  auto end = matches.begin();
  for (; end != matches.end() && end - matches.begin() < depth && bytes < kMostBytes; ++end) {
    const std::string table = database.get_document(end->document).get_value(kPositionsSlot);
    bytes += table.size();
    end->score += scorer.score(PositionTable(table));
  }
  std::stable_sort(matches.begin(), end,
                   [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
}

}  // namespace dragoman
