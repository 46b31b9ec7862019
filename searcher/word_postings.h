// The documents of a shard that have any of some terms, as if these were one word, in rising order; it passes over
// those that have the word too seldom to be of use.
//
//   WordPostings postings(shard, {"summit", "summits"}, bm25, cache);
//   for (postings.move_to(1, 0); !postings.at_end(); postings.move_to(postings.document() + 1, 0))
//     score += postings.score();
//
// Not thread-safe.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "bm25.h"
#include "shard_cache.h"

namespace dragoman {

class WordPostings {
 public:
  // `cache`, that of the shard, must outlive this object. Throws what Xapian throws, as all that moves.
  WordPostings(const Xapian::Database& shard, const std::vector<std::string>& terms,
               const Bm25& bm25, ShardCache& cache);

  // How many documents have the word, between these.
  Xapian::doccount fewest() const { return frequency_.fewest; }
  Xapian::doccount most() const { return frequency_.most; }
  // No score is higher: by what the index tells of the word, and by what is known of it at the moment.
  double max_score() const { return bm25_.score(frequency_.most_times, shortest_); }
  double least_max_score() const { return most_score_; }

  // What is in memory of the word, or null; and the score that a bound of 1 in it stands for.
  const CachedPostings* cached() const { return cached_.get(); }
  double bound_unit() const { return bm25_.weight() / CachedPostings::kWhole; }

  // To the first document from `document` on whose score may be `least`. Never back, and never to a lower least.
  void move_to(Xapian::docid document, double least);
  bool at_end() const { return ended_; }
  Xapian::docid document() const { return document_; }
  double score() const { return bm25_.score(times_, lengths_->of(document_)); }

 private:
  void raise(double least);
  void move_cached(Xapian::docid document);
  void move_one(Xapian::docid document);
  void move_several(Xapian::docid document);
  void find_next();

  Bm25 bm25_;
  DocumentLengths* lengths_;
  // Where the word is not in memory, the lists of its terms that are not at their end.
  std::shared_ptr<const CachedPostings> cached_;
  std::size_t row_ = 0;  // in it
  std::vector<Xapian::PostingIterator> lists_;
  WordFrequency frequency_;
  Xapian::termcount shortest_ = 0;     // document
  double most_score_ = 0;              // as near as is known
  double least_score_ = 0;             // that is still of use
  Xapian::termcount least_times_ = 0;  // … which takes so many
  unsigned least_bound_ = 0;           // … or this one
  bool ended_ = false;
  Xapian::docid document_ = 0;   // 0: not started
  Xapian::termcount times_ = 0;  // that it has the word
};

}  // namespace dragoman
