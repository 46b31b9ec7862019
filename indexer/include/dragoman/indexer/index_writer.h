// An IndexWriter adds documents to an index directory and publishes them.
//
//   Result<IndexWriter> writer = IndexWriter::open("news.db", {.jobs = 2});
//   writer->add(document);          // queued; analyzed and inverted by worker threads
//   Result<WriteSummary> done = writer->commit();   // visible and durable
//
// Documents become fresh Xapian segments of a few megabytes, built by `jobs` threads
// without fsync, compacted in the order of the documents into one, and published by renaming the
// XAPIANDB stub: readers see the old set of segments or the new one, never a mixture.
// Same input gives the same index whatever `jobs` is. Thread rule: one thread calls.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "dragoman/document.h"
#include "dragoman/result.h"

namespace dragoman {

struct WriteOptions {
  unsigned jobs = 0;                          // 0: one for each core
  std::uint64_t segment_bytes = 2u << 20u;    // of text in a segment before compaction
  std::uint32_t segment_documents = 2500;
};

struct WriteSummary {
  std::uint64_t added = 0;
  std::uint64_t changed = 0;    // replaced a document of the same id and other content
  std::uint64_t unchanged = 0;  // same id, same content: skipped
  std::uint64_t removed = 0;
  std::uint64_t text_bytes = 0;  // of title and body of added and changed documents
};

class IndexWriter {
 public:
  // Opens the index in `directory`, or makes one. Errors: kLocked (names the process that holds
  // it), kNotAnIndex, kSchemaMismatch, kUnreadable, kIndexIo.
  static Result<IndexWriter> open(const std::string& directory, const WriteOptions& options);
  ~IndexWriter();  // what was not committed is dropped
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;

  // Queues one document; waits when the workers are behind. Memory is bounded.
  // Errors (also those of earlier documents): kIndexIo.
  Result<void> add(Document document);

  // Finishes all work and publishes it. The writer may go on being used.
  Result<WriteSummary> commit();

 private:
  struct State;
  explicit IndexWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dragoman
