#include "reranker.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <span>
#include <utility>

#include "dragoman/position_table.h"

namespace dragoman {
namespace {

// Of position tables, read for one list of matches: enough for a hundred speeches, and a bound where each document is
// a book.
constexpr std::size_t kMostBytes = 4 << 20;
// Matches are scored by the batch, each twice as long as the one before, so that few books are read beyond the bound.
constexpr std::size_t kFirstBatch = 4;

class Reranker {
 public:
  Reranker(PositionTables& tables, const EvidenceBounds& bounds, EvidenceScorer& scorer,
           std::size_t wanted, std::span<Ranked> matches)
      : tables_(tables), scorer_(scorer), wanted_(wanted), matches_(matches) {
    if (matches.size() > wanted) ask(bounds);
  }

  void run() {
    std::size_t bytes = 0;
    for (std::size_t begin = 0, batch = kFirstBatch; begin < matches_.size() && bytes < kMostBytes;
         begin += batch, batch *= 2)
      bytes += score(begin, std::min(begin + batch, matches_.size()));
    std::stable_sort(matches_.begin(), matches_.end(),
                     [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  }

 private:
  // What each match may come to.
  void ask(const EvidenceBounds& bounds) {
    std::vector<std::size_t> places(matches_.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::sort(places.begin(), places.end(), [this](std::size_t a, std::size_t b) {
      return matches_[a].document < matches_[b].document;
    });
    std::vector<Ranked> rising;
    for (const std::size_t place : places) rising.push_back(matches_[place]);
    const std::vector<double> gains = bounds.of(rising);
    most_.resize(matches_.size());
    for (std::size_t i = 0; i < places.size(); ++i)
      most_[places[i]] = matches_[places[i]].score + gains[i];
  }

  // Scores what may be wanted among [begin, end). Gives the bytes that were read.
  std::size_t score(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> places;
    std::vector<Xapian::docid> documents;
    const double least = most_.empty() ? 0 : least_wanted();
    for (std::size_t i = begin; i < end; ++i) {
      if (!most_.empty() && most_[i] < least) continue;
      places.push_back(i);
      documents.push_back(matches_[i].document);
    }
    const std::size_t bytes = tables_.read(std::move(documents));
    for (const std::size_t i : places)
      matches_[i].score += scorer_.score(PositionTable(tables_.of(matches_[i].document)));
    return bytes;
  }

  // The lowest score of the wanted matches will be no less: scores only grow.
  double least_wanted() const {
    std::vector<double> scores;
    for (const Ranked& match : matches_) scores.push_back(match.score);
    const auto last = scores.begin() + static_cast<std::ptrdiff_t>(wanted_ - 1);
    std::nth_element(scores.begin(), last, scores.end(), std::greater<>());
    return *last;
  }

  PositionTables& tables_;
  EvidenceScorer& scorer_;
  std::size_t wanted_;
  std::span<Ranked> matches_;
  std::vector<double> most_;  // that each may come to; none where all are wanted
};

}  // namespace

void rerank(PositionTables& tables, const EvidenceBounds& bounds, EvidenceScorer& scorer,
            RerankDepth depth, std::vector<Ranked>& matches) {
  if (!scorer.has_evidence() || depth.wanted == 0) return;
  const std::size_t all = std::min(depth.reranked, matches.size());
  Reranker(tables, bounds, scorer, depth.wanted, std::span(matches).first(all)).run();
}

}  // namespace dragoman
