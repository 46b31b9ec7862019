#include "word_matcher.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "all_groups_walk.h"
#include "any_word_walk.h"
#include "word_lists.h"

namespace dragoman {
namespace {

// Documents that each_match() tells.
constexpr std::size_t kAtATime = 1024;

// So many are cheap to count, where no more can match, or how many do cannot be told from their lists.
constexpr std::size_t kCountedAnyway = 1000;

// How many documents match.
struct Estimate {
  std::uint64_t fewest = 0, most = 0;
  double likely = 0;

  Estimate& operator+=(const Estimate& other) {
    fewest += other.fewest;
    most += other.most;
    likely += other.likely;
    return *this;
  }
};

// … in a shard, any of the words, if they come together by accident.
Estimate estimate_any(const std::vector<WordList>& lists, double documents) {
  Estimate total;
  double without = 1;
  for (const WordList& list : lists) {
    const WordPostings& word = list.postings;
    total.fewest = std::max<std::uint64_t>(total.fewest, word.fewest());
    total.most += word.most();
    without *= 1 - (word.fewest() + word.most()) / (2 * std::max(documents, 1.0));
  }
  total.most = std::min(total.most, static_cast<std::uint64_t>(documents));
  total.likely = documents * (1 - without);
  return total;
}

// … a word of each group. How many are likely is seen when some were counted.
Estimate estimate_all(const std::vector<WordList>& lists, double documents) {
  std::vector<std::uint64_t> groups;
  for (const WordList& list : lists) {
    if (list.group >= groups.size()) groups.resize(list.group + 1);
    groups[list.group] += list.postings.most();
  }
  const std::uint64_t most = *std::min_element(groups.begin(), groups.end());
  return {0, std::min(most, static_cast<std::uint64_t>(documents)), 0};
}

// With no more digits than are known.
std::uint64_t rounded(const Estimate& total) {
  std::uint64_t step = 1;
  while (10 * step <= total.most - total.fewest && 10.0 * static_cast<double>(step) <= total.likely)
    step *= 10;
  const auto steps = std::llround(total.likely / static_cast<double>(step));
  return std::clamp(static_cast<std::uint64_t>(steps) * step, total.fewest, total.most);
}

bool has_groups(const std::vector<RankedWord>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const RankedWord& word) { return word.group > 0; });
}

// What was found so far in all shards.
class Match {
 public:
  Match(std::size_t shards, Deadline& deadline, MatchDepth depth)
      : shards_(static_cast<Xapian::docid>(shards)), deadline_(deadline), best_(depth) {}

  // Looks into the next shard.
  template <typename Walk>
  void look(const Xapian::Database& shard, Walk walk) {
    most_ = std::max(most_, walk.max_score());
    Xapian::docid all_until = 0;
    for (Xapian::docid next = 1; (next = walk.next(next, best_.least())) != kNoDocument; ++next) {
      if (deadline_.passed()) return;
      best_.see();
      if (walk.weigh(next, best_.least())) {
        const WordScores& scores = walk.scores();
        best_.add({(next - 1) * shards_ + number_ + 1, scores.sum(), scores.words()});
      }
      if (best_.sees_all()) all_until = next;
    }
    const double documents = shard.get_doccount();
    documents_ += documents;
    counted_in_ +=
        best_.sees_all() ? documents : documents * all_until / std::max(shard.get_lastdocid(), 1u);
    ++number_;
  }

  // How many documents match, if there are as many among those passed over as among the others.
  double likely() const {
    return counted_in_ > 0 ? static_cast<double>(best_.counted()) / counted_in_ * documents_ : 0;
  }

  WordMatches take(Estimate total) {
    if (best_.sees_all() && !deadline_.has_cut()) total = {best_.seen(), best_.seen(), 0};
    // How many more were seen depends on what was passed over, and so on what is in memory.
    total.fewest = std::max(total.fewest, best_.counted());
    total.most = std::max(total.fewest, total.most);
    WordMatches matches;
    matches.total = rounded(total);
    matches.exact = total.fewest == total.most && !deadline_.has_cut();
    matches.most = most_;
    matches.best = best_.take();
    return matches;
  }

 private:
  Xapian::docid shards_;
  Xapian::docid number_ = 0;  // of the shard
  Deadline& deadline_;
  BestDocuments best_;
  double most_ = 0;        // no score is higher
  double documents_ = 0;   // of the shards
  double counted_in_ = 0;  // among which all that match were seen
};

template <typename Walk>
void each_match(const std::vector<RankedWord>& words, const std::vector<Xapian::Database>& shards,
                ShardCaches& caches, Deadline& deadline,
                const std::function<void(std::size_t, std::span<const Xapian::docid>)>& found) {
  for (std::size_t number = 0; number < shards.size(); ++number) {
    const Xapian::Database& shard = shards[number];
    Walk walk(word_lists(words, shard, caches.of(shard)), shard.get_lastdocid());
    std::vector<Xapian::docid> documents;
    for (Xapian::docid next = 1; (next = walk.next(next, 0)) != kNoDocument; ++next) {
      if (deadline.passed()) break;
      documents.push_back(next);
      if (documents.size() < kAtATime) continue;
      found(number, documents);
      documents.clear();
    }
    found(number, documents);
  }
}

}  // namespace

WordMatches match_words(const std::vector<RankedWord>& words,
                        const std::vector<Xapian::Database>& shards, ShardCaches& caches,
                        Deadline& deadline, MatchDepth depth) {
  const bool all = has_groups(words);
  std::vector<std::vector<WordList>> lists;  // by shard
  Estimate total;
  for (const Xapian::Database& shard : shards) {
    lists.push_back(word_lists(words, shard, caches.of(shard)));
    const double documents = shard.get_doccount();
    total += all ? estimate_all(lists.back(), documents) : estimate_any(lists.back(), documents);
  }
  if (all || total.most <= kCountedAnyway) depth.counted = std::max(depth.counted, kCountedAnyway);
  Match match(shards.size(), deadline, depth);
  for (std::size_t i = 0; i < shards.size(); ++i) {
    const Xapian::docid last = shards[i].get_lastdocid();
    if (all) {
      match.look(shards[i], AllGroupsWalk(std::move(lists[i]), last));
    } else {
      match.look(shards[i], AnyWordWalk(std::move(lists[i]), last));
    }
  }
  if (all) total.likely = match.likely();
  return match.take(total);
}

void each_match(const std::vector<RankedWord>& words, const std::vector<Xapian::Database>& shards,
                ShardCaches& caches, Deadline& deadline,
                const std::function<void(std::size_t, std::span<const Xapian::docid>)>& found) {
  const auto each = has_groups(words) ? each_match<AllGroupsWalk> : each_match<AnyWordWalk>;
  each(words, shards, caches, deadline, found);
}

}  // namespace dragoman
