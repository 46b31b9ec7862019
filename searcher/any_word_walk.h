// Through the documents of a shard that have any of some words, in rising order. Documents that only have words which
// together weigh too little are passed over (MaxScore): Turtle and Flood, "Query evaluation: strategies and
// optimizations", 1995.
//
//   AnyWordWalk walk(word_lists(words, shard, cache), shard.get_lastdocid());
//   for (Xapian::docid next = 1; (next = walk.next(next, least)) != kNoDocument; ++next)
//     if (walk.weigh(next, least)) add(next, walk.scores().sum());
//
// Not thread-safe.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "score_bounds.h"
#include "word_lists.h"

namespace dragoman {

class AnyWordWalk {
 public:
  // `last` is the last document of the shard.
  AnyWordWalk(std::vector<WordList> lists, Xapian::docid last)
      : lists_(std::move(lists)), last_(last), scores_(lists_.size()) {
    for (const WordList& list : lists_) max_score_ += list.postings.max_score();
    std::sort(lists_.begin(), lists_.end(),
              [](const WordList& a, const WordList& b) { return a.most < b.most; });
    below_.push_back(0);
    for (const WordList& list : lists_) below_.push_back(below_.back() + list.most);
  }

  // No score is higher: by what the index tells, whatever is kept of it at the moment.
  double max_score() const { return max_score_; }
  const WordScores& scores() const { return scores_; }

  // The first document from `from` on whose score may be `least`: it has a word that can do without those which weigh
  // less; they are only asked about the documents of the others. Never to a lower least. Throws what Xapian throws.
  Xapian::docid next(Xapian::docid from, double least) {
    while (first_ < lists_.size() && below_[first_ + 1] < least * kScoreSlack) ++first_;
    while ((from = not_below(from, least)) != kNoDocument) {
      const Xapian::docid next = first_of_others(from, least);
      if (next == kNoDocument || next == from || !bounds_) return next;
      from = next;
    }
    return kNoDocument;
  }

  // Weighs the document that is next; false as soon as its score cannot be `least`. Throws what Xapian throws.
  bool weigh(Xapian::docid document, double least) {
    scores_.clear();
    double sum = 0;
    for (std::size_t i = lists_.size(); i > 0; --i) {
      WordList& list = lists_[i - 1];
      if (i <= first_) {
        if (sum + below_[i] < least * kScoreSlack) return false;
        list.move_to(document, 0);
      }
      if (list.document() == document) sum += scores_.add(list);
    }
    return true;
  }

 private:
  // The first document from `from` on whose score may be `least`, as far as that is known at a glance.
  Xapian::docid not_below(Xapian::docid from, double least) {
    if (least <= 0) return from;
    if (!was_bounded_ && lists_.size() > 1) bounds_ = score_bounds(lists_, last_);
    was_bounded_ = true;
    return bounds_ ? bounds_->next(from, least) : from;
  }

  // Of the words that cannot be done without, the first document from `from` on.
  Xapian::docid first_of_others(Xapian::docid from, double least) {
    Xapian::docid first = kNoDocument;
    for (std::size_t i = first_; i < lists_.size(); ++i) {
      WordList& list = lists_[i];
      const Xapian::docid here = list.move_to(from, least - (below_.back() - list.most));
      if (here != kNoDocument && (first == kNoDocument || here < first)) first = here;
    }
    return first;
  }

  std::vector<WordList> lists_;  // the least weight first
  std::vector<double> below_;    // what the first n lists weigh at most
  std::size_t first_ = 0;        // lists before it weigh too little together
  Xapian::docid last_;           // document
  bool was_bounded_ = false;
  std::optional<ScoreBounds> bounds_;
  double max_score_ = 0;
  WordScores scores_;  // of the document weighed last
};

}  // namespace dragoman
