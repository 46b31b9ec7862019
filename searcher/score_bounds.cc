#include "score_bounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace dragoman {
namespace {

// The bound of each word is rounded up.
constexpr double kMostWords = kMostRankedWords;
constexpr double kWhole = std::numeric_limits<std::uint16_t>::max() - kMostWords;

// Clearing and looking through a bound costs a small part of walking to a posting.
constexpr std::size_t kDocumentsLikePosting = 32;

// The first bound that is not less, at or after `from`. Most are less: a step looks at some at once, which compilers make
// one instruction.
std::size_t first_of_at_least(std::uint16_t least, const std::vector<std::uint16_t>& bounds,
                              std::size_t from) {
  constexpr std::size_t kStep = 32;
  for (; from + kStep <= bounds.size(); from += kStep) {
    std::uint16_t found = 0;
    for (std::size_t i = 0; i < kStep; ++i) found |= bounds[from + i] >= least;
    if (found > 0) break;
  }
  while (from < bounds.size() && bounds[from] < least) ++from;
  return from;
}

}  // namespace

ScoreBounds::ScoreBounds(Xapian::docid last, double most)
    : unit_(most / kWhole), bounds_(std::size_t{last} + 1) {}

void ScoreBounds::add(const WordPostings& word, double more) {
  std::array<Bound, CachedPostings::kWhole + 1> bounds;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    const double score = word.bound_unit() * static_cast<double>(i) + more;
    bounds[i] = static_cast<Bound>(std::ceil(score / unit_));
  }
  word.cached()->each([&](Xapian::docid document, CachedPostings::Bound bound) {
    bounds_[document] = static_cast<Bound>(bounds_[document] + bounds[bound]);
  });
}

Xapian::docid ScoreBounds::next(Xapian::docid from, double least) const {
  const double needed = std::floor(least * kScoreSlack / unit_);
  if (needed <= 0) return from;
  if (needed > std::numeric_limits<Bound>::max()) return 0;
  const std::size_t found = first_of_at_least(static_cast<Bound>(needed), bounds_, from);
  return found < bounds_.size() ? static_cast<Xapian::docid>(found) : 0;
}

std::optional<ScoreBounds> score_bounds(const std::vector<WordList>& lists, Xapian::docid last,
                                        double more) {
  double most = 0;
  std::size_t postings = 0;
  for (const WordList& list : lists) {
    if (list.postings.most() == 0) continue;
    if (list.postings.cached() == nullptr) return std::nullopt;
    most += list.most + more;
    postings += list.postings.most();
  }
  if (most <= 0 || postings * kDocumentsLikePosting < last) return std::nullopt;
  ScoreBounds bounds(last, most);
  for (const WordList& list : lists) {
    if (list.postings.cached() != nullptr) bounds.add(list.postings, more);
  }
  return bounds;
}

}  // namespace dragoman
