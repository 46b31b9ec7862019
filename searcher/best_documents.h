// The best of the documents that were seen, while more are looked for.
//
//   BestDocuments best({.most = 100, .counted = 100});
//   best.see();                                       // a document that matches
//   if (score >= best.least()) best.add({document, score, words});
//
// Not thread-safe.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "ranked.h"

namespace dragoman {

struct MatchDepth {
  std::size_t most = 0;     // documents
  std::size_t counted = 0;  // of so many it is certain that they match
};

class BestDocuments {
 public:
  explicit BestDocuments(MatchDepth depth) : depth_(depth) { look_whether_all(); }

  void see() {
    ++seen_;
    if (sees_all_) look_whether_all();
  }
  std::uint64_t seen() const { return seen_; }
  // … before some could be passed over.
  std::uint64_t counted() const { return counted_; }

  // Whether all documents are still to be seen.
  bool sees_all() const { return sees_all_; }
  // Scores below it are of no use.
  double least() const {
    if (sees_all_) return 0;
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
    if (sees_all_) look_whether_all();
  }

  // The highest scores first, equal ones by document.
  std::vector<Ranked> take() {
    std::sort_heap(heap_.begin(), heap_.end(), is_better);
    return std::move(heap_);
  }

 private:
  // Once some may be passed over, it stays so.
  void look_whether_all() {
    counted_ = seen_;
    sees_all_ = heap_.size() < depth_.most || seen_ < depth_.counted;
  }

  static bool is_better(const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
  }

  MatchDepth depth_;
  std::vector<Ranked> heap_;  // the worst in front
  std::uint64_t seen_ = 0, counted_ = 0;
  bool sees_all_ = true;
};

}  // namespace dragoman
