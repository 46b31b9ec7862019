// Finds the best documents that have any of some words, without Xapian's matcher: that pays for each document as if
// any query were possible.
//
//   WordMatches best = match_words(words, shards, lengths, deadline, {.most = 100, .counted = 100});
//
// All lists are walked through side by side; documents that only have words which together weigh too little are
// passed over: Turtle and Flood, "Query evaluation: strategies and optimizations", 1995.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <xapian.h>

#include "deadline.h"
#include "document_lengths.h"
#include "ranked.h"
#include "ranked_word.h"

namespace dragoman {

// More words than UnitSet has bits are not told apart.
inline constexpr std::size_t kMostRankedWords = 64;

struct WordMatches {
  std::vector<Ranked>
      best;  // the highest scores first, equal ones by document; `units` are the words' numbers
  std::uint64_t total = 0;
  bool exact = false;  // else `total` is an estimate
  double most = 0;     // no score is higher
};

struct MatchDepth {
  std::size_t most = 0;     // documents
  std::size_t counted = 0;  // of so many it is certain that they match
};

// The numbers of documents are those of a database of all shards. When the deadline has passed, what was found until
// then. Requires: at most kMostRankedWords words. Throws what Xapian throws.
WordMatches match_words(const std::vector<RankedWord>& words,
                        const std::vector<Xapian::Database>& shards, ShardLengths& lengths,
                        Deadline& deadline, MatchDepth depth);

// Calls found(number of the shard, document in it) for each document that has any of the words, in rising order, until
// the deadline. Throws what Xapian throws.
void each_match(const std::vector<RankedWord>& words, const std::vector<Xapian::Database>& shards,
                ShardLengths& lengths, Deadline& deadline,
                const std::function<void(std::size_t, Xapian::docid)>& found);

}  // namespace dragoman
