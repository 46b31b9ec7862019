#include "word_matcher.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "word_postings.h"

namespace dragoman {
namespace {

// Sums of floating point are not exact: a document a little below what is asked for is no waste.
constexpr double kSlack = 1 - 1e-9;

constexpr Xapian::docid kNone = 0;

bool is_better(const Ranked& a, const Ranked& b) {
  return a.score != b.score ? a.score > b.score : a.document < b.document;
}

// The best of the documents that were seen.
class Best {
 public:
  explicit Best(MatchDepth depth) : depth_(depth) {}

  void see() { ++seen_; }
  std::uint64_t seen() const { return seen_; }

  // Whether all documents are still to be seen.
  bool sees_all() const { return heap_.size() < depth_.most || seen_ < depth_.counted; }
  // Scores below it are of no use.
  double least() const {
    if (sees_all()) return 0;
    return heap_.empty() ? std::numeric_limits<double>::infinity() : heap_.front().score;
  }

  void add(const Ranked& match) {
    if (depth_.most == 0) return;
    if (heap_.size() == depth_.most) {
      if (!is_better(match, heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end(), is_better);
      heap_.pop_back();
    }
    heap_.push_back(match);
    std::push_heap(heap_.begin(), heap_.end(), is_better);
  }

  std::vector<Ranked> take() {
    std::sort_heap(heap_.begin(), heap_.end(), is_better);
    return std::move(heap_);
  }

 private:
  MatchDepth depth_;
  std::vector<Ranked> heap_;  // the worst in front
  std::uint64_t seen_ = 0;
};

// A word in one shard.
struct List {
  WordPostings postings;
  std::size_t word;
  double most = postings.max_score();

  Xapian::docid document() const { return postings.at_end() ? kNone : postings.document(); }
};

// A walk through one shard.
class Walk {
 public:
  Walk(std::vector<List> lists, std::size_t words, Best& best, Deadline& deadline)
      : lists_(std::move(lists)), scores_(words), best_(best), deadline_(deadline) {
    std::sort(lists_.begin(), lists_.end(),
              [](const List& a, const List& b) { return a.most < b.most; });
    below_.push_back(0);
    for (const List& list : lists_) below_.push_back(below_.back() + list.most);
  }

  double max_score() const { return below_.back(); }

  // Calls found(document, score, words) for each document that may be among the best.
  template <typename Found>
  void run(Found found) {
    for (Xapian::docid next = 1; (next = next_document(next)) != kNone; ++next) {
      if (deadline_.passed()) return;
      best_.see();
      if (weigh(next)) found(next, score(), words_);
    }
  }

 private:
  // The first document from `from` on with a word that can do without those which weigh less: they are only asked
  // about the documents of the others.
  Xapian::docid next_document(Xapian::docid from) {
    const double least = best_.least();
    while (first_ < lists_.size() && below_[first_ + 1] < least * kSlack) ++first_;
    Xapian::docid next = kNone;
    for (std::size_t i = first_; i < lists_.size(); ++i) {
      List& list = lists_[i];
      if (list.postings.at_end()) continue;
      if (list.document() < from) list.postings.move_to(from, least - (below_.back() - list.most));
      const Xapian::docid here = list.document();
      if (here != kNone && (next == kNone || here < next)) next = here;
    }
    return next;
  }

  // Weighs the document by its words; false as soon as it cannot be among the best.
  bool weigh(Xapian::docid document) {
    words_ = 0;
    double sum = 0;
    for (std::size_t i = lists_.size(); i > 0; --i) {
      List& list = lists_[i - 1];
      if (i <= first_) {
        if (sum + below_[i] < best_.least() * kSlack) return false;
        if (!list.postings.at_end() && list.document() < document)
          list.postings.move_to(document, 0);
      }
      if (list.document() != document) continue;
      words_ |= UnitSet{1} << list.word;
      sum += scores_[list.word] = list.postings.score();
    }
    return true;
  }

  // Always added up in one order, so that documents alike have equal scores.
  double score() const {
    double sum = 0;
    for (std::size_t word = 0; word < scores_.size(); ++word) {
      if ((words_ >> word & 1u) != 0) sum += scores_[word];
    }
    return sum;
  }

  std::vector<List> lists_;     // the least weight first
  std::vector<double> below_;   // what the first n lists weigh at most
  std::size_t first_ = 0;       // lists before it weigh too little together
  std::vector<double> scores_;  // of the words in the document at hand
  UnitSet words_ = 0;           // that it has
  Best& best_;
  Deadline& deadline_;
};

// How many documents of a shard have any word, if words come together by accident.
struct Estimate {
  std::uint64_t fewest = 0, most = 0;
  double likely = 0;
};

Estimate estimate(const std::vector<List>& lists, double documents) {
  Estimate total;
  double without = 1;
  for (const List& list : lists) {
    const WordPostings& word = list.postings;
    total.fewest = std::max<std::uint64_t>(total.fewest, word.fewest());
    total.most += word.most();
    without *= 1 - (word.fewest() + word.most()) / (2 * std::max(documents, 1.0));
  }
  total.most = std::min(total.most, static_cast<std::uint64_t>(documents));
  total.likely = documents * (1 - without);
  return total;
}

// With no more digits than are known.
std::uint64_t rounded(const Estimate& total) {
  std::uint64_t step = 1;
  while (10 * step <= total.most - total.fewest && 10.0 * static_cast<double>(step) <= total.likely)
    step *= 10;
  const auto steps = std::llround(total.likely / static_cast<double>(step));
  return std::clamp(static_cast<std::uint64_t>(steps) * step, total.fewest, total.most);
}

std::vector<List> lists_of(const std::vector<RankedWord>& words, const Xapian::Database& shard,
                           DocumentLengths& lengths) {
  std::vector<List> lists;
  for (std::size_t word = 0; word < words.size(); ++word)
    lists.push_back({{shard, words[word].terms, words[word].bm25, lengths}, word});
  return lists;
}

// The first document from `from` on that any list has.
Xapian::docid next_of(std::vector<List>& lists, Xapian::docid from) {
  Xapian::docid next = kNone;
  for (List& list : lists) {
    if (list.postings.at_end()) continue;
    if (list.document() < from) list.postings.move_to(from, 0);
    const Xapian::docid here = list.document();
    if (here != kNone && (next == kNone || here < next)) next = here;
  }
  return next;
}

}  // namespace

WordMatches match_words(const std::vector<RankedWord>& words,
                        const std::vector<Xapian::Database>& shards, ShardLengths& lengths,
                        Deadline& deadline, MatchDepth depth) {
  WordMatches matches;
  Best best(depth);
  Estimate total;
  for (std::size_t number = 0; number < shards.size(); ++number) {
    const Xapian::Database& shard = shards[number];
    std::vector<List> lists = lists_of(words, shard, lengths.of(shard));
    const Estimate here = estimate(lists, shard.get_doccount());
    total.fewest += here.fewest;
    total.most += here.most;
    total.likely += here.likely;
    Walk walk(std::move(lists), words.size(), best, deadline);
    matches.most = std::max(matches.most, walk.max_score());
    walk.run([&](Xapian::docid document, double score, UnitSet found) {
      const auto all = static_cast<Xapian::docid>(shards.size());
      best.add({(document - 1) * all + static_cast<Xapian::docid>(number) + 1, score, found});
    });
  }
  if (best.sees_all() && !deadline.has_cut()) total = {best.seen(), best.seen(), 0};
  total.fewest = std::max(total.fewest, best.seen());
  total.most = std::max(total.fewest, total.most);
  matches.total = rounded(total);
  matches.exact = total.fewest == total.most && !deadline.has_cut();
  matches.best = best.take();
  return matches;
}

void each_match(const std::vector<RankedWord>& words, const std::vector<Xapian::Database>& shards,
                ShardLengths& lengths, Deadline& deadline,
                const std::function<void(std::size_t, Xapian::docid)>& found) {
  for (std::size_t number = 0; number < shards.size(); ++number) {
    std::vector<List> lists = lists_of(words, shards[number], lengths.of(shards[number]));
    for (Xapian::docid next = 1; (next = next_of(lists, next)) != kNone; ++next) {
      if (deadline.passed()) return;
      found(number, next);
    }
  }
}

}  // namespace dragoman
