// The records of documents, kept as long as there is room: the phrases of one query ask for the same documents, and what
// ranking has read of a document, its passages need.
//
//   RecordCache records(database);
//   records.of(7).positions().find({"summit"});
//
// Some megabytes at most. Not thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <xapian.h>

#include "document_records.h"

namespace dragoman {

// Of the documents of a shard or of a whole index.
class RecordCache {
 public:
  explicit RecordCache(const Xapian::Database& database) : database_(database), kept_(kKept) {}
  RecordCache(const RecordCache&) = delete;
  RecordCache& operator=(const RecordCache&) = delete;

  // Of a document that is there; valid until the next call. Throws what Xapian throws.
  DocumentRecords& of(Xapian::docid document);
  std::size_t bytes_read() const { return bytes_read_; }  // until now

 private:
  static constexpr Xapian::docid kKept = 256;
  struct Kept {
    Xapian::docid document;
    DocumentRecords records;
  };

  Xapian::Database database_;
  std::vector<std::optional<Kept>> kept_;  // by document modulo kKept
  std::size_t bytes_read_ = 0;
  std::size_t bytes_forgotten_ = 0;  // of them
};

}  // namespace dragoman
