#include "word_postings.h"

#include <algorithm>

namespace dragoman {
namespace {

// Sums of floating point are not exact: a document a little below what is asked for is no waste.
constexpr double kSlack = 1 - 1e-9;

}  // namespace

WordPostings::WordPostings(const Xapian::Database& shard, const std::vector<std::string>& terms,
                           const Bm25& bm25, DocumentLengths& lengths)
    : bm25_(bm25), lengths_(&lengths), shortest_(shard.get_doclength_lower_bound()) {
  for (const std::string& term : terms) {
    const Xapian::doccount documents = shard.get_termfreq(term);
    if (documents == 0) continue;
    fewest_ = std::max(fewest_, documents);
    most_ += documents;
    most_times_ += shard.get_wdf_upper_bound(term);
    lists_.push_back(shard.postlist_begin(term));
  }
  most_ = std::min(most_, shard.get_doccount());
}

void WordPostings::move_to(Xapian::docid document, double least) {
  if (least > least_score_) raise(least);
  if (least_times_ > most_times_) lists_.clear();
  if (lists_.size() == 1) {
    move_one(document);
  } else {
    move_several(document);
  }
}

void WordPostings::raise(double least) {
  least_score_ = least;
  while (least_times_ <= most_times_ && bm25_.score(least_times_, shortest_) < least * kSlack)
    ++least_times_;
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
  if (at == end) return lists_.clear();
  document_ = *at;
}

void WordPostings::move_several(Xapian::docid document) {
  for (; !lists_.empty(); document = document_ + 1) {
    for (Xapian::PostingIterator& at : lists_) {
      if (*at < document) at.skip_to(document);
    }
    std::erase(lists_, Xapian::PostingIterator());
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
