// The lists of a query's words in one shard, and what is common to the ways of walking through them.
#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "ranked.h"
#include "ranked_word.h"
#include "shard_cache.h"
#include "word_postings.h"

namespace dragoman {

inline constexpr Xapian::docid kNoDocument = 0;

// More words than UnitSet has bits are not told apart.
inline constexpr std::size_t kMostRankedWords = 64;

// A word in one shard.
struct WordList {
  WordPostings postings;
  std::size_t word;   // its number
  std::size_t group;  // RankedWord::group
  double most = postings.least_max_score();

  // kNoDocument at the end.
  Xapian::docid document() const { return postings.at_end() ? kNoDocument : postings.document(); }
  // Never back. kNoDocument at the end.
  Xapian::docid move_to(Xapian::docid from, double least) {
    if (!postings.at_end() && postings.document() < from) postings.move_to(from, least);
    return document();
  }
};

// What a document has of some words, and its score by them.
class WordScores {
 public:
  explicit WordScores(std::size_t words) : scores_(words) {}

  void clear() { words_ = 0; }
  // Returns the score.
  double add(const WordList& list) {
    words_ |= UnitSet{1} << list.word;
    return scores_[list.word] = list.postings.score();
  }

  UnitSet words() const { return words_; }
  // Always added up in one order, so that documents alike have equal scores.
  double sum() const {
    double sum = 0;
    for (std::size_t word = 0; word < scores_.size(); ++word) {
      if ((words_ >> word & 1u) != 0) sum += scores_[word];
    }
    return sum;
  }

 private:
  std::vector<double> scores_;  // of the words, where it has them
  UnitSet words_ = 0;
};

// Throws what Xapian throws.
inline std::vector<WordList> word_lists(const std::vector<RankedWord>& words,
                                        const Xapian::Database& shard, ShardCache& cache) {
  std::vector<WordList> lists;
  for (std::size_t i = 0; i < words.size(); ++i)
    lists.push_back({{shard, words[i].terms, words[i].bm25, cache}, i, words[i].group});
  return lists;
}

}  // namespace dragoman
