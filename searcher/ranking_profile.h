// A RankingProfile is a named set of the values that order hits.
#pragma once

#include <string_view>

#include <xapian.h>

namespace dragoman {

struct RankingProfile {
  std::string_view name;
  double k1;  // BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)
  double b;

  Xapian::BM25Weight weight() const { return Xapian::BM25Weight(k1, 0, 1, b, 0.5); }
};

inline constexpr RankingProfile kDefaultRanking = {"default", 1.2, 0.75};

}  // namespace dragoman
