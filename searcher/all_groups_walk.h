// Through the documents of a shard that have a word of each group, in rising order: each list jumps to where another one
// is ("leapfrog").
//
//   AllGroupsWalk walk(word_lists(words, shard, cache));      // used as AnyWordWalk
//
// Not thread-safe.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "word_lists.h"

namespace dragoman {

class AllGroupsWalk {
 public:
  explicit AllGroupsWalk(std::vector<WordList> lists) : scores_(lists.size()) {
    for (WordList& list : lists) {
      if (list.group >= groups_.size()) groups_.resize(list.group + 1);
      max_score_ += list.postings.max_score();
      most_ += list.most;
      groups_[list.group].most += list.postings.most();
      groups_[list.group].lists.push_back(std::move(list));
    }
    std::sort(groups_.begin(), groups_.end(),
              [](const Group& a, const Group& b) { return a.most < b.most; });
  }

  double max_score() const { return max_score_; }
  const WordScores& scores() const { return scores_; }

  // The first document from `from` on whose score may be `least`. Never to a lower least. Throws what Xapian throws.
  Xapian::docid next(Xapian::docid from, double least) {
    for (std::size_t agreed = 0; agreed < groups_.size();) {
      const Xapian::docid here = first_of(groups_[agreed], from, least);
      if (here == kNoDocument) return kNoDocument;
      agreed = here == from || agreed == 0 ? agreed + 1 : 0;
      from = here;
    }
    return from;
  }

  // Weighs the document that is next. Throws what Xapian throws.
  bool weigh(Xapian::docid document, double /*least*/) {
    scores_.clear();
    for (const Group& group : groups_) {
      for (const WordList& list : group.lists) {
        if (list.document() == document) scores_.add(list);
      }
    }
    return true;
  }

 private:
  struct Group {
    std::vector<WordList> lists;
    std::size_t most = 0;  // documents
  };

  Xapian::docid first_of(Group& group, Xapian::docid from, double least) const {
    Xapian::docid first = kNoDocument;
    for (WordList& list : group.lists) {
      const Xapian::docid here = list.move_to(from, least - (most_ - list.most));
      if (here != kNoDocument && (first == kNoDocument || here < first)) first = here;
    }
    return first;
  }

  std::vector<Group> groups_;  // the rarest first
  double max_score_ = 0;
  double most_ = 0;    // the same, as near as is known
  WordScores scores_;  // of the document weighed last
};

}  // namespace dragoman
