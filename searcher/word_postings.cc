#include "word_postings.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "ranked.h"

namespace dragoman {
namespace {

using Rows = std::pair<std::size_t, std::size_t>;  // from, to before

// Rows looked at at once, which compilers make a few instructions.
constexpr std::size_t kStep = 32;

// The first row whose document is not less, or the end: among the next rows the number of those that are less, behind them
// Bentley and Yao, "An almost optimal algorithm for unbounded searching", 1976.
std::size_t first_from(std::uint16_t document, const std::vector<std::uint16_t>& documents,
                       Rows rows) {
  auto [from, end] = rows;
  if (from + kStep <= end && documents[from] < document) {
    std::uint16_t less = 0;
    for (std::size_t i = 0; i < kStep; ++i)
      less = static_cast<std::uint16_t>(less + (documents[from + i] < document ? 1 : 0));
    from += less;
    if (less < kStep) return from;
  }
  std::size_t before = from, step = 1;
  while (from < end && documents[from] < document) {
    before = from + 1;
    from += step;
    step *= 2;
  }
  const auto place = [&](std::size_t row) {
    return documents.begin() + static_cast<std::ptrdiff_t>(row);
  };
  const auto found = std::lower_bound(place(before), place(std::min(from, end)), document);
  return static_cast<std::size_t>(found - documents.begin());
}

// The first row whose bound is not less, or the end. Most are less.
std::size_t first_of_at_least(unsigned least, const std::vector<CachedPostings::Bound>& bounds,
                              Rows rows) {
  const auto limit = static_cast<CachedPostings::Bound>(least);
  auto [from, end] = rows;
  if (least == 0 || (from < end && bounds[from] >= limit)) return from;
  for (; from + kStep <= end; from += kStep) {
    unsigned found = 0;
    for (std::size_t i = 0; i < kStep; ++i) found += bounds[from + i] >= limit;
    if (found > 0) break;
  }
  while (from < end && bounds[from] < limit) ++from;
  return from;
}

// The bound that a part of a weight needs; more than any is when none is enough.
unsigned least_bound(double part) {
  return static_cast<unsigned>(std::ceil(std::min(part, 2.0) * CachedPostings::kWhole));
}

}  // namespace

WordPostings::WordPostings(const Xapian::Database& shard, const std::vector<std::string>& terms,
                           const Bm25& bm25, ShardCache& cache)
    : bm25_(bm25),
      lengths_(&cache.lengths),
      cached_(cache.postings.find(terms, bm25)),
      frequency_(cached_ ? cached_->frequency : word_frequency(shard, terms)),
      shortest_(shard.get_doclength_lower_bound()),
      most_score_(max_score()),
      ended_(frequency_.most == 0) {
  if (cached_) {
    most_score_ = std::min(most_score_, bound_unit() * cached_->most);
    return;
  }
  for (const std::string& term : terms) {
    if (Xapian::PostingIterator list = shard.postlist_begin(term); list != shard.postlist_end(term))
      lists_.push_back(std::move(list));
  }
}

void WordPostings::move_to(Xapian::docid document, double least) {
  if (least > least_score_) raise(least);
  if (least_times_ > frequency_.most_times || (cached_ && least_bound_ > cached_->most))
    ended_ = true;
  if (ended_) return;
  if (cached_) {
    move_cached(document);
  } else if (lists_.size() == 1) {
    move_one(document);
  } else {
    move_several(document);
  }
}

void WordPostings::raise(double least) {
  least_score_ = least;
  if (cached_) {
    least_bound_ = least_bound(least * kScoreSlack / bm25_.weight());
    return;
  }
  while (least_times_ <= frequency_.most_times &&
         bm25_.score(least_times_, shortest_) < least * kScoreSlack)
    ++least_times_;
}

void WordPostings::move_cached(Xapian::docid document) {
  const CachedPostings& postings = *cached_;
  const Xapian::docid first = document / CachedPostings::kRange;
  for (Xapian::docid range = first; range + 1 < postings.begins.size(); ++range) {
    const std::size_t end = postings.begins[range + 1];
    row_ = std::max<std::size_t>(row_, postings.begins[range]);
    if (range == first)
      row_ = first_from(static_cast<std::uint16_t>(document), postings.documents, {row_, end});
    row_ = first_of_at_least(least_bound_, postings.bounds, {row_, end});
    if (row_ == end) continue;
    document_ = range * CachedPostings::kRange + postings.documents[row_];
    times_ = postings.times[row_];
    return;
  }
  ended_ = true;
}

void WordPostings::move_one(Xapian::docid document) {
  Xapian::PostingIterator& at = lists_[0];
  const Xapian::PostingIterator end;
  if (document > document_ + 1 || document_ == 0) {
    at.skip_to(document);
  } else if (*at < document) {
    ++at;
  }
  while (at != end && (times_ = at.get_wdf()) < least_times_) ++at;
  ended_ = at == end;
  if (ended_) return;
  document_ = *at;
}

void WordPostings::move_several(Xapian::docid document) {
  for (;; document = document_ + 1) {
    for (Xapian::PostingIterator& at : lists_) {
      if (*at < document) at.skip_to(document);
    }
    std::erase(lists_, Xapian::PostingIterator());
    ended_ = lists_.empty();
    if (ended_) return;
    find_next();
    if (times_ >= least_times_) return;
  }
}

// The first document of any list, and how often the lists have it.
void WordPostings::find_next() {
  document_ = times_ = 0;
  for (const Xapian::PostingIterator& at : lists_) {
    if (document_ == 0 || *at < document_) {
      document_ = *at;
      times_ = 0;
    }
    if (*at == document_) times_ += at.get_wdf();
  }
}

}  // namespace dragoman
