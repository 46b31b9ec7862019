#include "word_postings.h"

#include <algorithm>
#include <cmath>

namespace dragoman {
namespace {

// Sums of floating point are not exact: a document a little below what is asked for is no waste.
constexpr double kSlack = 1 - 1e-9;

// The place of the first document from `document` on, at or after `from`: Bentley and Yao, "An almost optimal algorithm
// for unbounded searching", 1976.
std::size_t first_from(Xapian::docid document, const std::vector<Xapian::docid>& documents,
                       std::size_t from) {
  std::size_t before = from, step = 1;
  while (from < documents.size() && documents[from] < document) {
    before = from + 1;
    from += step;
    step *= 2;
  }
  const auto begin = documents.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(std::min(from, documents.size()));
  return static_cast<std::size_t>(
      std::lower_bound(begin + static_cast<std::ptrdiff_t>(before), end, document) - begin);
}

// The place of the first bound that is not less, at or after `from`. Most are less: a step looks at some at once, which
// compilers make one instruction.
std::size_t first_of_at_least(unsigned least, const std::vector<CachedPostings::Bound>& bounds,
                              std::size_t from) {
  constexpr std::size_t kStep = 32;
  const auto limit = static_cast<CachedPostings::Bound>(least);
  for (; from + kStep <= bounds.size(); from += kStep) {
    unsigned found = 0;
    for (std::size_t i = 0; i < kStep; ++i) found += bounds[from + i] >= limit;
    if (found > 0) break;
  }
  while (from < bounds.size() && bounds[from] < limit) ++from;
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
      shortest_(shard.get_doclength_lower_bound()) {
  for (const std::string& term : terms) {
    const Xapian::doccount documents = shard.get_termfreq(term);
    if (documents == 0) continue;
    fewest_ = std::max(fewest_, documents);
    most_ += documents;
    most_times_ += shard.get_wdf_upper_bound(term);
    if (!cached_) lists_.push_back(shard.postlist_begin(term));
  }
  most_ = std::min(most_, shard.get_doccount());
  ended_ = most_ == 0;
  most_score_ = max_score();
  if (cached_)
    most_score_ = std::min(most_score_, bm25_.weight() * cached_->most / CachedPostings::kWhole);
}

void WordPostings::move_to(Xapian::docid document, double least) {
  if (least > least_score_) raise(least);
  if (least_times_ > most_times_ || (cached_ && least_bound_ > cached_->most)) ended_ = true;
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
    least_bound_ = least_bound(least * kSlack / bm25_.weight());
    return;
  }
  while (least_times_ <= most_times_ && bm25_.score(least_times_, shortest_) < least * kSlack)
    ++least_times_;
}

void WordPostings::move_cached(Xapian::docid document) {
  const auto& [documents, times, bounds, most] = *cached_;
  at_ = first_from(document, documents, at_);
  if (least_bound_ > 0) at_ = first_of_at_least(least_bound_, bounds, at_);
  ended_ = at_ == documents.size();
  if (ended_) return;
  document_ = documents[at_];
  times_ = times[at_];
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
