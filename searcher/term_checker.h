// Whether documents have terms. The documents of a page, asked about in rising order, are found on one walk through the
// list of each term.
//
//   TermChecker checker(database);
//   checker.has("summit", 3) && checker.has("summit", 7);
//
// Not thread-safe.
#pragma once

#include <string>
#include <unordered_map>

#include <xapian.h>

namespace dragoman {

class TermChecker {
 public:
  explicit TermChecker(const Xapian::Database& database) : database_(database) {}

  // Throws what Xapian throws.
  bool has(const std::string& term, Xapian::docid document);

 private:
  struct List {
    Xapian::PostingIterator at;
    Xapian::docid asked = 0;  // last
  };

  Xapian::Database database_;
  std::unordered_map<std::string, List> lists_;
};

}  // namespace dragoman
