// A RankingProfile is a named set of the values that order hits.
#pragma once

#include <string_view>

#include <xapian.h>

#include "bm25_weight.h"
#include "live_documents.h"

namespace dragoman {

struct RankingProfile {
  std::string_view name;
  double k1;  // BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)
  double b;

  Bm25Weight weight(const Xapian::Database& database) const {
    return {k1, b, database.get_doccount() - count_documents(database)};
  }
};

inline constexpr RankingProfile kDefaultRanking = {"default", 1.2, 0.75};

}  // namespace dragoman
