// A RankingProfile is a named set of the values that order hits. How they were chosen: tests/quality/README.md.
#pragma once

#include <cstddef>
#include <string_view>

#include <xapian.h>

#include "bm25_weight.h"
#include "live_documents.h"

namespace dragoman {

struct RankingProfile {
  std::string_view name;
  double k1;  // BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)
  double b;
  // Documents with all words come first, of queries with at most so many: a long text has the words of a long
  // query by accident.
  std::size_t all_first;
  // What is added to BM25 for the best matches, as parts of the query's weight (evidence_scorer.h).
  std::size_t reranked;          // so many of them
  std::size_t reranked_checked;  // … where each match is checked for a phrase, which costs
  double title_likeness;         // for a title that has the query's words and no others
  double title_identity;         // … and for one that is the query
  double lead;                   // for words soon behind the title
  double lead_words;             // … within so many
  double nearness;               // for neighbours of the query that are near in the text
  unsigned near_words;           // … within so many

  Bm25Weight weight(const Xapian::Database& database) const {
    return {k1, b, database.get_doccount() - count_documents(database)};
  }
};

inline constexpr RankingProfile kDefaultRanking = {.name = "default",
                                                   .k1 = 1.2,
                                                   .b = 0.75,
                                                   .all_first = 6,
                                                   .reranked = 100,
                                                   .reranked_checked = 30,
                                                   .title_likeness = 1,
                                                   .title_identity = 1,
                                                   .lead = 0.2,
                                                   .lead_words = 100,
                                                   .nearness = 0.3,
                                                   .near_words = 8};

}  // namespace dragoman
