// The position tables of the documents that were looked at last: the phrases of one query ask for the same ones, and
// reading a table costs more than checking a phrase on it.
//
//   PositionTable table(positions.of(document));
//
// Some megabytes at most. Not thread-safe.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace dragoman {

// Of one shard.
class DocumentPositions {
 public:
  explicit DocumentPositions(const Xapian::Database& shard) : shard_(shard), kept_(kKept) {}

  // Valid until the next call; empty where a document has none. Throws what Xapian throws.
  const std::string& of(Xapian::docid document);

 private:
  static constexpr Xapian::docid kKept = 256;
  struct Table {
    Xapian::docid document = 0;  // 0: none
    std::string data;
  };

  Xapian::Database shard_;
  std::vector<Table> kept_;  // by document modulo kKept
  Table large_;              // too large to be kept for long
};

}  // namespace dragoman
