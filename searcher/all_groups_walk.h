// Through the documents of a shard that have a word of each group, in rising order: each list jumps to where another one
// is ("leapfrog").
//
//   AllGroupsWalk walk(word_lists(words, shard, cache), shard.get_lastdocid());      // used as AnyWordWalk
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

class AllGroupsWalk {
 public:
  // `last` is the last document of the shard.
  AllGroupsWalk(std::vector<WordList> lists, Xapian::docid last)
      : lists_(std::move(lists)), scores_(lists_.size()) {
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      const WordList& list = lists_[i];
      max_score_ += list.postings.max_score();
      most_ += list.most;
      if (list.group >= groups_.size()) groups_.push_back({i, i, 0});
      groups_.back().end = i + 1;
      groups_.back().most += list.postings.most();
    }
    std::sort(groups_.begin(), groups_.end(),
              [](const Group& a, const Group& b) { return a.most < b.most; });
    bound(last);
  }

  double max_score() const { return max_score_; }
  const WordScores& scores() const { return scores_; }

  // The first document from `from` on whose score may be `least`. Never to a lower least. Throws what Xapian throws.
  Xapian::docid next(Xapian::docid from, double least) {
    for (std::size_t agreed = 0; agreed < groups_.size();) {
      if (bounds_) from = bounds_->next(from, least + static_cast<double>(groups_.size()) * all_);
      if (from == kNoDocument) return kNoDocument;
      const Xapian::docid here = first_of(groups_[agreed], from, least);
      if (here == kNoDocument) return kNoDocument;
      agreed = here == from ? agreed + 1 : 0;
      from = here;
    }
    return from;
  }

  // Weighs the document that is next. Throws what Xapian throws.
  bool weigh(Xapian::docid document, double /*least*/) {
    scores_.clear();
    for (const WordList& list : lists_) {
      if (list.document() == document) scores_.add(list);
    }
    return true;
  }

 private:
  struct Group {
    std::size_t begin, end;  // lists
    std::size_t most;        // documents
  };

  // Where a group is a word, documents without it stay below those with all by what each word brings more.
  void bound(Xapian::docid last) {
    std::size_t postings = 0;
    for (const Group& group : groups_) postings += group.most;
    const std::size_t jumps = groups_.front().most;
    if (groups_.size() < lists_.size() || jumps * kJump < last + postings * kPosting) return;
    all_ = 1.01 * most_;
    bounds_ = score_bounds(lists_, last, all_);
  }

  Xapian::docid first_of(const Group& group, Xapian::docid from, double least) {
    Xapian::docid first = kNoDocument;
    for (std::size_t i = group.begin; i < group.end; ++i) {
      WordList& list = lists_[i];
      const Xapian::docid here = list.move_to(from, least - (most_ - list.most));
      if (here != kNoDocument && (first == kNoDocument || here < first)) first = here;
    }
    return first;
  }

  // As many documents in ScoreBounds cost as much as a jump of a list, and as a posting there.
  static constexpr std::size_t kJump = 160, kPosting = 8;

  std::vector<WordList> lists_;  // by group
  std::vector<Group> groups_;    // the rarest first
  double max_score_ = 0;
  double most_ = 0;  // the same, as near as is known
  double all_ = 0;   // what each word brings more in `bounds_`
  std::optional<ScoreBounds> bounds_;
  WordScores scores_;  // of the document weighed last
};

}  // namespace dragoman
