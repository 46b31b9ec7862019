// Finds the best documents that have any of some words, or a word of each of some groups, without Xapian's matcher: that
// pays for each document as if any query were possible.
//
//   WordMatches best = match_words(words, shards, caches, deadline, {.most = 100, .counted = 100});
//
// All lists are walked through side by side (any_word_walk.h, all_groups_walk.h).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include <xapian.h>

#include "best_documents.h"
#include "deadline.h"
#include "ranked.h"
#include "ranked_word.h"
#include "shard_cache.h"
#include "word_lists.h"

namespace dragoman {

struct WordMatches {
  std::vector<Ranked>
      best;  // the highest scores first, equal ones by document; `units` are the words' numbers
  std::uint64_t total = 0;
  bool exact = false;  // else `total` is an estimate
  double most = 0;     // no score is higher
};

// The numbers of documents are those of a database of all shards. When the deadline has passed, what was found until
// then. Requires: at most kMostRankedWords words. Throws what Xapian throws.
WordMatches match_words(const std::vector<RankedWord>& words,
                        const std::vector<Xapian::Database>& shards, ShardCaches& caches,
                        Deadline& deadline, MatchDepth depth);

// Calls found(number of the shard, documents in it) for the documents that match, some at a time, in rising order, until
// the deadline. Throws what Xapian throws.
void each_match(const std::vector<RankedWord>& words, const std::vector<Xapian::Database>& shards,
                ShardCaches& caches, Deadline& deadline,
                const std::function<void(std::size_t, std::span<const Xapian::docid>)>& found);

}  // namespace dragoman
