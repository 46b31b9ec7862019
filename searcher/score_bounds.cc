#include "score_bounds.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dragoman {
namespace {

// The bound of each word is rounded up.
constexpr double kRoundings = kMostRankedWords;
constexpr double kWhole = std::numeric_limits<std::int16_t>::max() - kRoundings;

// Clearing and looking through a bound costs a small part of walking to a posting.
constexpr std::size_t kDocumentsLikePosting = 32;

// The first bound that is not less, at or after `from`. Most are less: a step looks at some at once, which compilers make
// one instruction.
std::size_t first_of_at_least(std::int16_t least, const std::vector<std::int16_t>& bounds,
                              std::size_t from) {
  constexpr std::size_t kStep = 128;
  for (; from + kStep <= bounds.size(); from += kStep) {
    std::int16_t found = 0;
    for (std::size_t i = 0; i < kStep; ++i)
      found = static_cast<std::int16_t>(found | (bounds[from + i] >= least ? -1 : 0));
    if (found != 0) break;
  }
  while (from < bounds.size() && bounds[from] < least) ++from;
  return from;
}

}  // namespace

ScoreBounds::ScoreBounds(double most) : unit_(most / kWhole) {}

void ScoreBounds::add(const WordPostings& word, double more) {
  words_.push_back({word.cached(), {}});
  for (std::size_t i = 0; i <= word.cached()->most; ++i) {
    const double score = word.bound_unit() * static_cast<double>(i) + more;
    words_.back().bounds[i] = static_cast<Bound>(std::ceil(score / unit_));
  }
  ranges_ = std::max(ranges_, word.cached()->begins.size() - 1);
}

Xapian::docid ScoreBounds::next(Xapian::docid from, double least) {
  const double needed = std::floor(least * kScoreSlack / unit_);
  if (needed > std::numeric_limits<Bound>::max()) return 0;
  const auto limit = static_cast<Bound>(std::max(needed, 1.0));
  std::size_t place = from % CachedPostings::kRange;
  for (std::size_t range = from / CachedPostings::kRange; range < ranges_; ++range, place = 0) {
    if (bounds_.empty() || range != range_) fill(range);
    place = first_of_at_least(limit, bounds_, place);
    if (place < bounds_.size())
      return static_cast<Xapian::docid>(range * CachedPostings::kRange + place);
  }
  return 0;
}

void ScoreBounds::fill(std::size_t range) {
  range_ = range;
  bounds_.assign(CachedPostings::kRange, 0);
  for (const auto& [postings, bounds] : words_) {
    if (range + 1 >= postings->begins.size()) continue;
    for (std::size_t row = postings->begins[range]; row < postings->begins[range + 1]; ++row) {
      Bound& sum = bounds_[postings->documents[row]];
      sum = static_cast<Bound>(sum + bounds[postings->bounds[row]]);
    }
  }
}

std::optional<ScoreBounds> score_bounds(const std::vector<WordList>& lists, Xapian::docid last,
                                        double more) {
  double most = 0;
  std::size_t postings = 0;
  for (const WordList& list : lists) {
    if (list.postings.most() == 0) continue;
    if (list.postings.cached() == nullptr) return std::nullopt;
    most += list.postings.bound_unit() * list.postings.cached()->most + more;
    postings += list.postings.most();
  }
  if (most <= 0 || postings * kDocumentsLikePosting < last) return std::nullopt;
  ScoreBounds bounds(most);
  for (const WordList& list : lists) {
    if (list.postings.cached() != nullptr) bounds.add(list.postings, more);
  }
  return bounds;
}

}  // namespace dragoman
