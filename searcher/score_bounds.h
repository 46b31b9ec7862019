// How much each document of a shard may score at most by some words, where all of them are kept in memory: one addition a
// posting, where merging lists takes several comparisons. Documents that cannot be among the best are passed over at a
// glance, dozens at a time.
//
//   std::optional<ScoreBounds> bounds = score_bounds(lists, shard.get_lastdocid());
//   if (bounds) document = bounds->next(document, least);
//
// Range by range of 65,536 documents: Mackenzie, Petri and Moffat, "Anytime ranking on document-ordered indexes", 2021,
// walk so for another reason. Not thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <xapian.h>

#include "word_lists.h"

namespace dragoman {

class ScoreBounds {
 public:
  // Of words that together score `most` at most. Requires: most > 0.
  explicit ScoreBounds(double most);

  // One more word that documents may have; those that have it score `more` beside. Requires: it is kept in memory, and is
  // as long as this object.
  void add(const WordPostings& word, double more);

  // The first document from `from` on whose score may be `least`; 0 when there is none. Never back. Requires: least > 0.
  Xapian::docid next(Xapian::docid from, double least);

 private:
  using Bound = std::int16_t;  // compared faster than those without a sign

  struct Word {
    const CachedPostings* postings;
    std::array<Bound, CachedPostings::kWhole + 1> bounds;  // by that of a posting
  };

  void fill(std::size_t range);

  double unit_;  // the score that a bound of 1 stands for
  std::vector<Word> words_;
  // Of one range (CachedPostings), the last that was asked for: they fit into the cache of a processor.
  std::vector<Bound> bounds_;
  std::size_t range_ = 0;
  std::size_t ranges_ = 0;  // of which words have documents
};

// Of all lists, each with `more`; none where a word is not in memory, or so few documents have any that it does not pay.
std::optional<ScoreBounds> score_bounds(const std::vector<WordList>& lists, Xapian::docid last,
                                        double more = 0);

}  // namespace dragoman
