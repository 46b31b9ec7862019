// Searchers for many threads: one is lent to one thread at a time. How many there are is how many questions are worked
// on at once; who finds none free waits a while, and then is told to come again.
//
//   if (std::optional<SearcherPool::Lease> searcher = pool.borrow()) (*searcher)->search(request);
//
// Thread-safe.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "dragoman/searcher/searcher.h"

namespace dragoman {

class SearcherPool {
 public:
  // A Searcher on loan; goes back by itself. The pool must outlive it.
  class Lease {
   public:
    Lease(SearcherPool& pool, std::unique_ptr<Searcher> searcher)
        : pool_(&pool), searcher_(std::move(searcher)) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (searcher_) pool_->give_back(std::move(searcher_));
    }
    Searcher& operator*() const { return *searcher_; }
    Searcher* operator->() const { return searcher_.get(); }

   private:
    SearcherPool* pool_;
    std::unique_ptr<Searcher> searcher_;
  };

  // `count` Searchers on the indexes, at least one, each search limited in time (0: not). Errors: as Searcher::open().
  static Result<std::unique_ptr<SearcherPool>> open(std::vector<std::string> indexes,
                                                    unsigned count,
                                                    std::chrono::milliseconds time_limit);

  // Nothing when none became free in time.
  std::optional<Lease> borrow(std::chrono::milliseconds patience = std::chrono::seconds(5));

  // Changes whenever an index is published anew. Asked before a search, the answer is never older than it says. Empty
  // where it cannot be told: for indexes elsewhere.
  std::string revision() const;

 private:
  explicit SearcherPool(std::vector<std::string> indexes) : indexes_(std::move(indexes)) {}
  void give_back(std::unique_ptr<Searcher> searcher);

  std::vector<std::string> indexes_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Searcher>>
      idle_;  // the last to come back goes first: its caches are warm
};

}  // namespace dragoman
