// The position tables of the documents that one query looks at, each read once: some are wanted for ranking, and again
// for passages.
//
//   PositionTables tables(database);
//   tables.read({7, 3});
//   PositionTable(tables.of(7)).find({"summit"});
//
// Not thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace dragoman {

class PositionTables {
 public:
  explicit PositionTables(const Xapian::Database& database) : database_(database) {}

  // Reads and keeps; gives the bytes. Throws what Xapian throws.
  std::size_t read(std::vector<Xapian::docid> documents);
  // Of a document that was read; valid until it is taken.
  std::string_view of(Xapian::docid document) const { return kept_.at(document); }
  // Of any document; it is not kept any longer. Throws what Xapian throws.
  std::string take(Xapian::docid document);

 private:
  std::string table_of(Xapian::docid document) const;

  Xapian::Database database_;
  std::unordered_map<Xapian::docid, std::string> kept_;
};

}  // namespace dragoman
