// The places of the terms of documents, read when they are asked for: the parts of a long document's table that hold
// the terms, and no others.
//
//   DocumentPositions positions(database);
//   positions.of(7).find({"summit"});
//
// What was read last is kept: the phrases of one query ask for the same documents, and ranking and passages do. Some
// megabytes at most. Not thread-safe.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "dragoman/position_table.h"

namespace dragoman {

// Of one document.
class PositionParts {
 public:
  // Adds to `all_bytes`, if any, what it reads.
  explicit PositionParts(Xapian::Document document, std::size_t* all_bytes = nullptr)
      : document_(std::move(document)), all_bytes_(all_bytes) {}

  // Valid as long as these parts stay where they are. The table throws what Xapian throws.
  PositionTable table();
  std::size_t bytes() const { return bytes_; }

 private:
  const std::string& part(std::size_t number);

  Xapian::Document document_;
  std::map<std::size_t, std::string> parts_;  // that were read
  std::size_t bytes_ = 0;
  std::size_t* all_bytes_;
};

// Of the documents of a shard or of a whole index.
class DocumentPositions {
 public:
  explicit DocumentPositions(const Xapian::Database& database)
      : database_(database), kept_(kKept) {}
  DocumentPositions(const DocumentPositions&) = delete;
  DocumentPositions& operator=(const DocumentPositions&) = delete;

  // Of a document that is there; valid until the next call. Throws what Xapian throws.
  PositionTable of(Xapian::docid document);
  std::size_t bytes_read() const { return bytes_read_; }  // until now

 private:
  static constexpr Xapian::docid kKept = 256;
  struct Kept {
    Xapian::docid document;
    PositionParts parts;
  };
  void forget(std::optional<Kept>& kept);

  Xapian::Database database_;
  std::vector<std::optional<Kept>> kept_;  // by document modulo kKept
  std::size_t bytes_read_ = 0;
  std::size_t bytes_forgotten_ = 0;
};

}  // namespace dragoman
