#include "searcher_pool.h"

#include <algorithm>

#include <sys/stat.h>

#include "dragoman/hash.h"
#include "dragoman/index_stub.h"
#include "hex.h"

namespace dragoman {
namespace {

// The stub's generation counts from 1 again in an index made anew; the file is another one then.
std::string published(const std::string& directory) {
  const Result<Published> stub = read_stub(directory);
  struct stat file = {};
  if (!stub || ::stat((directory + "/" + kStub).c_str(), &file) != 0) return {};
  std::string text = directory + "\n" + std::to_string(stub->generation) + " " +
                     std::to_string(file.st_ino) + " " + std::to_string(file.st_mtim.tv_sec) + "." +
                     std::to_string(file.st_mtim.tv_nsec);
  for (const std::string& segment : stub->segments) text += " " + segment;
  return text + "\n";
}

}  // namespace

Result<std::unique_ptr<SearcherPool>> SearcherPool::open(std::vector<std::string> indexes,
                                                         unsigned count,
                                                         std::chrono::milliseconds time_limit) {
  std::unique_ptr<SearcherPool> pool(new SearcherPool(std::move(indexes)));
  for (unsigned i = 0; i < std::max(1u, count); ++i) {
    Result<Searcher> searcher = Searcher::open(pool->indexes_);
    if (!searcher) return searcher.error();
    searcher->set_time_limit(time_limit);
    pool->idle_.push_back(std::make_unique<Searcher>(std::move(*searcher)));
  }
  return pool;
}

std::optional<SearcherPool::Lease> SearcherPool::borrow(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  if (!returned_.wait_for(lock, patience, [this] { return !idle_.empty(); })) return std::nullopt;
  std::unique_ptr<Searcher> searcher = std::move(idle_.back());
  idle_.pop_back();
  return Lease(*this, std::move(searcher));
}

void SearcherPool::give_back(std::unique_ptr<Searcher> searcher) {
  {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(searcher));
  }
  returned_.notify_one();
}

std::string SearcherPool::revision() const {
  std::string all;
  for (const std::string& index : indexes_) {
    const std::string one = published(index);
    if (one.empty()) return {};
    all += one;
  }
  return hex(hash_bytes(all));
}

}  // namespace dragoman
