// An IndexWriter adds documents to an index directory and publishes them.
//
//   Result<IndexWriter> writer = IndexWriter::open("news.db", {.jobs = 2});
//   writer->add(document);          // queued; analyzed and inverted by worker threads
//   Result<WriteSummary> done = writer->commit();   // visible and durable
//
// Documents become fresh Xapian segments of a few megabytes, built by `jobs` threads
// without fsync, compacted in the order of the documents into one, and published by renaming the
// XAPIANDB stub: readers see the old set of segments or the new one, never a mixture. A long run
// commits at checkpoints on its own, so that not much is lost when it is interrupted.
// Same input gives the same index whatever `jobs` is. Memory is bounded by the checkpoints' size and
// by what is remembered of the last million documents. Thread rule: one thread calls.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "dragoman/document.h"
#include "dragoman/export.h"
#include "dragoman/result.h"

namespace dragoman {

// What shows that a file is the one that was indexed.
enum class FileTrust {
  kFacts,    // size, inode and time stamps; its bytes when these are too fresh to tell
  kBytes,    // only its bytes
  kNothing,  // all files are read, and each document is compared
};

// How an index is written; the defaults suit a machine that has nothing else to do.
struct WriteOptions {
  unsigned jobs = 0;                        // 0: one for each core
  std::uint64_t segment_bytes = 2u << 20u;  // of text in a segment before compaction
  std::uint32_t segment_documents = 2500;
  // A checkpoint comes after so much text, so many documents or so much time, whichever is first.
  std::uint64_t checkpoint_bytes = 512u << 20u;
  std::uint64_t checkpoint_documents = 500'000;
  std::chrono::seconds checkpoint_time = std::chrono::minutes(10);
  std::chrono::milliseconds lock_timeout{0};  // how long to wait for another writer
  FileTrust trust = FileTrust::kFacts;
};

// What was done to documents.
struct WriteSummary {
  std::uint64_t added = 0;
  std::uint64_t changed = 0;    // replaced a document of the same id and other content
  std::uint64_t unchanged = 0;  // same id, same content: skipped
  std::uint64_t moved = 0;      // got a new id, for its file has a new name
  std::uint64_t removed = 0;
  std::uint64_t text_bytes = 0;  // of title and body of added and changed documents
};

// A file that documents come from.
struct InputFile {
  std::string path;     // opens it
  std::string name;     // the ids of documents that have none of their own begin with it
  std::string reading;  // how it is read: when this changes, the file is read again
};

// Something the user was told of a file, to be told again when the file is not.
struct FileNote {
  std::string words;
  bool skipped = true;  // a part of it did not become a document
};

// A file with more of them is read again each time.
inline constexpr std::size_t kMostFileNotes = 1000;

// What is remembered of a file.
struct FileState {
  bool unchanged = false;       // nothing need be read; its documents are counted as unchanged
  std::vector<FileNote> notes;  // of an unchanged one
};

class DRAGOMAN_API IndexWriter {
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

  // Says that the documents added next come from this file, until end_file() says that it was read
  // to its end. A file that begins before the other's end leaves that one to be read again.
  // Errors: kIndexIo.
  Result<FileState> begin_file(const InputFile& file);
  // `notes`: what the user was told of the file. Errors: kIndexIo.
  Result<void> end_file(std::vector<FileNote> notes);

  // Lets the next commit() remove the documents of files that are gone from under `inputs`, and
  // those that their files, read from now on, have no more. Errors: kIndexIo.
  Result<void> prune(const std::vector<std::string>& inputs);

  // Commits, and makes one segment of all. Errors: kIndexIo, kCorrupt.
  Result<void> compact();

  // Finishes all work and publishes it. The writer may go on being used. Sums up what was done
  // since the last call.
  Result<WriteSummary> commit();

 private:
  struct State;
  explicit IndexWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dragoman
