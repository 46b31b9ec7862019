// Worker threads that make segments of numbered batches.
//
//   SegmentFactory factory(2);
//   factory.add("news.db/build-000001", std::move(documents));   // waits when the workers are behind
//   factory.finish();                                            // the segments, in order
//
// Each kMergeWidth consecutive segments are merged as soon as they are there, so that few
// directories are open however long a run is. One thread calls.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "dragoman/result.h"
#include "segment_builder.h"

namespace dragoman {

class SegmentFactory {
 public:
  explicit SegmentFactory(unsigned jobs);
  ~SegmentFactory();
  SegmentFactory(const SegmentFactory&) = delete;
  SegmentFactory& operator=(const SegmentFactory&) = delete;

  // Queues a batch to be made a segment in `path`; waits for room. Errors: those of the workers.
  Result<void> add(std::string path, std::vector<PendingDocument> documents);
  // Waits for all work; gives the segments in the order of their batches, and starts anew.
  Result<std::vector<std::string>> finish();
  std::optional<Error> error();

 private:
  struct Batch {
    std::size_t number = 0;
    std::string path;
    std::vector<PendingDocument> documents;
  };

  void work();
  Result<void> built(std::size_t number, std::string path);

  const std::size_t capacity_;
  std::mutex merging_;
  std::mutex mutex_;  // guards all below
  std::condition_variable changed_;
  std::deque<Batch> queue_;
  std::vector<std::string> built_;  // by batch number: the segment's path
  std::map<std::size_t, std::size_t> done_in_group_;
  std::size_t running_ = 0;
  bool stopping_ = false;
  std::optional<Error> error_;
  std::vector<std::thread> workers_;  // last: they use all of the above
};

}  // namespace dragoman
