#include "reranker.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

namespace dragoman {
namespace {

// Of position tables, read for one list of matches: enough for a hundred speeches, and a bound where each document is
// a book.
constexpr std::size_t kMostPlaceBytes = 4 << 20;
// Matches are scored by the batch, each twice as long as the one before, so that few books are read beyond the bound.
constexpr std::size_t kFirstBatch = 4;

class Reranker {
 public:
  Reranker(RecordCache& records, EvidenceScorer& scorer, RerankDepth depth,
           std::span<Ranked> matches)
      : records_(records), scorer_(scorer), depth_(depth), matches_(matches) {}

  // Tells what matches may come to, so that the tables of some need not be read.
  void bound(const EvidenceBounds& bounds) {
    most_ = most_of(bounds);
    if (depth_.skipped < most_.size()) skipped_from_ = largest(most_, depth_.skipped);
  }

  void run() {
    std::size_t bytes = 0;
    for (std::size_t begin = 0, batch = kFirstBatch;
         begin < matches_.size() && bytes < kMostPlaceBytes; begin += batch, batch *= 2)
      bytes += score(begin, std::min(begin + batch, matches_.size()));
    std::stable_sort(matches_.begin(), matches_.end(),
                     [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  }

 private:
  void order_by_document(std::vector<std::size_t>& places) const {
    std::sort(places.begin(), places.end(), [this](std::size_t a, std::size_t b) {
      return matches_[a].document < matches_[b].document;
    });
  }

  std::vector<double> most_of(const EvidenceBounds& bounds) const {
    std::vector<std::size_t> places(matches_.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    order_by_document(places);
    std::vector<Ranked> rising;
    for (const std::size_t place : places) rising.push_back(matches_[place]);
    const std::vector<double> gains = bounds.of(rising);
    std::vector<double> most(matches_.size());
    for (std::size_t i = 0; i < places.size(); ++i)
      most[places[i]] = matches_[places[i]].score + gains[i];
    return most;
  }

  // Scores what is to be told apart among [begin, end). Gives the bytes that were read.
  std::size_t score(std::size_t begin, std::size_t end) {
    const double least = least_wanted();
    std::vector<std::size_t> places;
    for (std::size_t i = begin; i < end; ++i) {
      const bool is_known =
          !most_.empty() && (most_[i] < least || matches_[i].score > skipped_from_);
      if (!is_known) places.push_back(i);
    }
    order_by_document(places);  // neighbours share blocks of the index
    const std::size_t before = records_.bytes_read();
    for (const std::size_t i : places)
      matches_[i].score += scorer_.score(records_.of(matches_[i].document).positions());
    return records_.bytes_read() - before;
  }

  // The lowest score of the wanted matches will be no less: scores only grow.
  double least_wanted() const {
    if (depth_.wanted > matches_.size()) return 0;
    std::vector<double> scores;
    for (const Ranked& match : matches_) scores.push_back(match.score);
    return largest(std::move(scores), depth_.wanted - 1);
  }

  // The number behind the `before` largest.
  static double largest(std::vector<double> numbers, std::size_t before) {
    const auto at = numbers.begin() + static_cast<std::ptrdiff_t>(before);
    std::nth_element(numbers.begin(), at, numbers.end(), std::greater<>());
    return *at;
  }

  RecordCache& records_;
  EvidenceScorer& scorer_;
  RerankDepth depth_;
  std::span<Ranked> matches_;
  std::vector<double> most_;  // that each may come to; none where that does not matter
  // What has more is surely skipped: not so many can come to it.
  double skipped_from_ = std::numeric_limits<double>::infinity();
};

// How many of `matches` are ordered anew. Of equals that the depth would divide none is: which of them come first is
// chance.
std::size_t reranked(const std::vector<Ranked>& matches, std::size_t depth) {
  if (matches.size() <= depth) return matches.size();
  std::size_t end = depth;
  while (end > 0 && matches[end - 1].score == matches[depth].score) --end;
  return end > 0 ? end : depth;
}

}  // namespace

void rerank(RecordCache& records, const EvidenceBounds& bounds, EvidenceScorer& scorer,
            RerankDepth depth, std::vector<Ranked>& matches) {
  if (!scorer.has_evidence() || depth.wanted == 0) return;
  const std::size_t all = reranked(matches, depth.reranked);
  Reranker reranker(records, scorer, depth, std::span(matches).first(all));
  if (all > depth.wanted || depth.skipped > 0) reranker.bound(bounds);
  reranker.run();
}

}  // namespace dragoman
