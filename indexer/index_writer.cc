#include "dragoman/indexer/index_writer.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "content_hash.h"
#include "document_terms.h"
#include "dragoman/schema.h"
#include "index_directory.h"
#include "segment_builder.h"
#include "xapian_guard.h"

namespace dragoman {
namespace {

constexpr std::size_t kMaxSegments = 8;  // published; more are merged into one

// Worker threads that make segments of numbered batches, and merge each kMergeWidth consecutive
// ones as soon as they are there. One thread calls.
class SegmentFactory {
 public:
  explicit SegmentFactory(unsigned jobs) : capacity_(jobs + 1) {
    workers_.reserve(jobs);
    for (unsigned i = 0; i < jobs; ++i) workers_.emplace_back([this] { work(); });
  }

  ~SegmentFactory() {
    {
      const std::lock_guard lock(mutex_);
      queue_.clear();
      stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

  // Queues a batch to be made a segment in `path`; waits for room. Errors: those of the workers.
  Result<void> add(std::string path, std::vector<PendingDocument> documents) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return queue_.size() < capacity_ || error_; });
    if (error_) return *error_;
    queue_.push_back({built_.size(), std::move(path), std::move(documents)});
    built_.emplace_back();
    changed_.notify_all();
    return {};
  }

  // Waits for all work; gives the segments in the order of their batches, and starts anew.
  Result<std::vector<std::string>> finish() {
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

  std::optional<Error> error() {
    const std::lock_guard lock(mutex_);
    return error_;
  }

 private:
  struct Batch {
    std::size_t number = 0;
    std::string path;
    std::vector<PendingDocument> documents;
  };

  void work() {
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

  Result<void> built(std::size_t number, std::string path) {
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

// Where a published document is.
struct Place {
  std::size_t segment = 0;
  Xapian::docid document = 0;
};

unsigned job_count(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

struct IndexWriter::State {
  // A document of this run that will be in the index.
  struct Queued {
    std::string hash;
    Xapian::docid document = 0;  // in the segment this run makes
    std::uint64_t text_bytes = 0;
    std::optional<Place> replaces;
  };

  State(IndexDirectory opened, const WriteOptions& chosen)
      : directory(std::move(opened)), options(chosen), factory(job_count(chosen.jobs)) {}

  Result<void> open_published() {
    published.clear();
    return guard_xapian("cannot open the index", [this] {
      for (const std::string& name : directory.segments()) {
        published.emplace_back(directory.path_of(name));
      }
    });
  }

  std::optional<Place> find(const std::string& term) const {
    for (std::size_t i = 0; i < published.size(); ++i) {
      const Xapian::PostingIterator posting = published[i].postlist_begin(term);
      if (posting != published[i].postlist_end(term)) return Place{i, *posting};
    }
    return std::nullopt;
  }

  std::string published_hash(const Place& place) const {
    return published[place.segment].get_document(place.document).get_value(kContentHashSlot);
  }

  // Takes back a document of this run.
  void drop(const Queued& earlier) {
    dropped.push_back(earlier.document);
    summary.text_bytes -= earlier.text_bytes;
    --(earlier.replaces ? summary.changed : summary.added);
  }

  Result<void> add(Document document) {
    std::string hash = content_hash(document);
    if (document.id.empty()) document.id = id_term(hash).substr(kIdPrefix.size());
    const std::string term = id_term(document.id);
    if (const auto earlier = queued.find(term); earlier != queued.end()) {
      if (earlier->second.hash == hash) {
        ++summary.unchanged;
        return {};
      }
      drop(earlier->second);
      queued.erase(earlier);
    }
    const std::optional<Place> place = find(term);
    if (place && published_hash(*place) == hash) {
      ++summary.unchanged;
      return {};
    }

    const std::uint64_t bytes = document.title.size() + document.body.size();
    if (!batch.empty() && (batch.size() >= options.segment_documents ||
                           batch_bytes + bytes > options.segment_bytes)) {
      if (Result<void> sent = send_batch(); !sent) return sent;
    }
    queued.emplace(term, Queued{hash, ++last_document, bytes, place});
    ++(place ? summary.changed : summary.added);
    summary.text_bytes += bytes;
    batch_bytes += bytes;
    batch.push_back({std::move(document), std::move(hash)});
    return {};
  }

  Result<void> send_batch() {
    batch_bytes = 0;
    return factory.add(directory.new_build(), std::exchange(batch, {}));
  }

  // Merges what the workers made into one new segment and tells its name; none when there
  // was nothing.
  Result<std::optional<std::string>> finish_segment() {
    const bool none = last_document == 0;
    if (none && !directory.segments().empty()) return std::optional<std::string>();
    if (!batch.empty() || none) {  // a new index without documents has an empty segment
      if (Result<void> sent = send_batch(); !sent) return sent.error();
    }
    const Result<std::vector<std::string>> made = factory.finish();
    if (!made) return made.error();
    const std::string name = directory.new_segment();
    const std::string path = directory.path_of(name);
    if (Result<void> done = merge_segments(*made, path); !done) return done.error();
    if (!dropped.empty()) {
      if (Result<void> done = delete_documents(path, dropped); !done) return done.error();
    }
    return std::optional(name);
  }

  // The published segments without the documents that this run replaces. A segment that
  // loses some is copied first: nobody may see it without them before the new ones are there.
  Result<std::vector<std::string>> kept_segments() {
    std::vector<std::vector<Xapian::docid>> replaced(published.size());
    for (const auto& [term, document] : queued) {
      if (document.replaces) {
        replaced[document.replaces->segment].push_back(document.replaces->document);
      }
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < published.size(); ++i) {
      const std::string& old_name = directory.segments()[i];
      if (published[i].get_doccount() == replaced[i].size() && last_document > 0) continue;
      if (replaced[i].empty()) {
        names.push_back(old_name);
        continue;
      }
      std::sort(replaced[i].begin(), replaced[i].end());
      const std::string name = directory.new_segment();
      const std::string path = directory.path_of(name);
      Result<void> done = copy_segment(directory.path_of(old_name), path);
      if (done) done = delete_documents(path, replaced[i]);
      if (!done) return done.error();
      names.push_back(name);
    }
    return names;
  }

  Result<WriteSummary> commit() {
    Result<std::optional<std::string>> fresh = finish_segment();
    if (!fresh) return fresh.error();
    if (fresh->has_value()) {
      Result<std::vector<std::string>> names = kept_segments();
      if (!names) return names.error();
      names->push_back(**fresh);
      if (names->size() > kMaxSegments) {
        std::vector<std::string> paths;
        for (const std::string& name : *names) paths.push_back(directory.path_of(name));
        const std::string name = directory.new_segment();
        if (Result<void> done = merge_segments(paths, directory.path_of(name)); !done) {
          return done.error();
        }
        *names = {name};
      }
      published.clear();
      if (Result<void> done = directory.publish(std::move(*names)); !done) return done.error();
      if (Result<void> done = open_published(); !done) return done.error();
    }
    queued.clear();
    dropped.clear();
    last_document = 0;
    return std::exchange(summary, {});
  }

  IndexDirectory directory;
  WriteOptions options;
  std::vector<Xapian::Database> published;  // as directory.segments()

  // Of the run since the last commit.
  WriteSummary summary;
  std::unordered_map<std::string, Queued> queued;  // by id term
  std::vector<Xapian::docid> dropped;              // queued, then replaced by a later one
  Xapian::docid last_document = 0;
  std::vector<PendingDocument> batch;
  std::uint64_t batch_bytes = 0;

  std::optional<Error> failed;  // after an error nothing more is written
  SegmentFactory factory;       // last: its threads end first
};

Result<IndexWriter> IndexWriter::open(const std::string& directory, const WriteOptions& options) {
  return guard_xapian("cannot open " + directory, [&]() -> Result<IndexWriter> {
    Result<IndexDirectory> opened = IndexDirectory::open(directory);
    if (!opened) return opened.error();
    auto state = std::make_unique<State>(std::move(*opened), options);
    if (Result<void> done = state->open_published(); !done) return done.error();
    return IndexWriter(std::move(state));
  });
}

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;

IndexWriter& IndexWriter::operator=(IndexWriter&& other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

IndexWriter::~IndexWriter() {
  if (!state_) return;
  // The threads must have ended before what they write is removed under the lock.
  struct Cleaner {
    IndexDirectory directory;
    ~Cleaner() { directory.remove_leftovers(); }
  };
  const Cleaner cleaner{std::move(state_->directory)};
  state_.reset();
}

Result<void> IndexWriter::add(Document document) {
  if (!state_->failed) state_->failed = state_->factory.error();
  if (state_->failed) return *state_->failed;
  Result<void> done = guard_xapian("cannot add document '" + document.id + "'",
                                   [&] { return state_->add(std::move(document)); });
  if (!done) state_->failed = done.error();
  return done;
}

Result<WriteSummary> IndexWriter::commit() {
  if (state_->failed) return *state_->failed;
  Result<WriteSummary> done =
      guard_xapian("cannot write the index", [&] { return state_->commit(); });
  if (!done) state_->failed = done.error();
  return done;
}

}  // namespace dragoman
