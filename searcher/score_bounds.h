// How much each document of a shard may score at most by some words, where all of them are kept in memory: one addition a
// posting, where merging lists takes several comparisons. Documents that cannot be among the best are passed over at a
// glance, dozens at a time.
//
//   std::optional<ScoreBounds> bounds = score_bounds(lists, shard.get_lastdocid());
//   if (bounds) document = bounds->next(document, least);
//
// Two bytes a document. Not thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <xapian.h>

#include "word_lists.h"

namespace dragoman {

class ScoreBounds {
 public:
  // Of documents up to `last`, which score `most` at most. Requires: most > 0.
  ScoreBounds(Xapian::docid last, double most);

  // One more word that documents may have; those that have it score `more` beside. Requires: it is kept in memory; together
  // all score `most` at most.
  void add(const WordPostings& word, double more = 0);

  // The first document from `from` on whose score may be `least`; 0 when there is none.
  Xapian::docid next(Xapian::docid from, double least) const;

 private:
  using Bound = std::uint16_t;

  double unit_;  // the score that a bound of 1 stands for
  std::vector<Bound> bounds_;
};

// Of all lists, each with `more`; none where a word is not in memory, or so few documents have any that it does not pay.
std::optional<ScoreBounds> score_bounds(const std::vector<WordList>& lists, Xapian::docid last,
                                        double more = 0);

}  // namespace dragoman
