#include "segment_factory.h"

#include <filesystem>
#include <utility>

#include "dragoman/analyzers/analyzer.h"

namespace dragoman {

SegmentFactory::SegmentFactory(unsigned jobs) : capacity_(jobs + 1) {
  workers_.reserve(jobs);
  for (unsigned i = 0; i < jobs; ++i) workers_.emplace_back([this] { work(); });
}

SegmentFactory::~SegmentFactory() {
  {
    const std::lock_guard lock(mutex_);
    queue_.clear();
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

Result<void> SegmentFactory::add(std::string path, std::vector<PendingDocument> documents) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return queue_.size() < capacity_ || error_; });
  if (error_) return *error_;
  queue_.push_back({built_.size(), std::move(path), std::move(documents)});
  built_.emplace_back();
  changed_.notify_all();
  return {};
}

Result<std::vector<std::string>> SegmentFactory::finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return (queue_.empty() && running_ == 0) || error_; });
  if (error_) return *error_;
  std::vector<std::string> paths;
  for (std::string& path : built_) {
    if (!path.empty()) paths.push_back(std::move(path));  // empty: merged into another
  }
  built_.clear();
  done_in_group_.clear();
  return paths;
}

std::optional<Error> SegmentFactory::error() {
  const std::lock_guard lock(mutex_);
  return error_;
}

void SegmentFactory::work() {
  Analyzer analyzer;
  for (;;) {
    Batch batch;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !queue_.empty() || stopping_; });
      if (queue_.empty()) return;
      batch = std::move(queue_.front());
      queue_.pop_front();
      ++running_;
    }
    changed_.notify_all();
    Result<void> done = build_segment(batch.path, batch.documents, analyzer);
    batch.documents.clear();
    if (done) done = built(batch.number, std::move(batch.path));
    {
      const std::lock_guard lock(mutex_);
      --running_;
      if (!done && !error_) {
        error_ = done.error();
        queue_.clear();
      }
    }
    changed_.notify_all();
  }
}

Result<void> SegmentFactory::built(std::size_t number, std::string path) {
  const std::size_t group = number / kMergeWidth;
  std::vector<std::string> sources;
  {
    const std::lock_guard lock(mutex_);
    built_[number] = std::move(path);
    if (++done_in_group_[group] < kMergeWidth) return {};
    const auto first = built_.begin() + static_cast<std::ptrdiff_t>(group * kMergeWidth);
    sources.assign(first, first + static_cast<std::ptrdiff_t>(kMergeWidth));
  }
  const std::string merged = sources.front() + "-merged";
  {
    const std::lock_guard one_at_a_time(merging_);  // bounds the open files
    if (Result<void> done = merge_segments(sources, merged); !done) return done;
  }
  std::error_code ignored;  // a leftover is removed when the index is published
  for (const std::string& source : sources) std::filesystem::remove_all(source, ignored);
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < kMergeWidth; ++i) built_[group * kMergeWidth + i].clear();
  built_[group * kMergeWidth] = merged;
  return {};
}

}  // namespace dragoman
