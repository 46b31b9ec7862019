// To which group of near copies the documents of an index belong: each to one, and to most belongs nobody else. Xapian
// finds a value by walking through its chunk; here the documents near by are kept on the way.
//
//   std::string_view group = groups.of(document);   // empty: the index does not know
//   if (groups.has_copies(document)) …
//
// Not thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace dragoman {

class DocumentGroups {
 public:
  explicit DocumentGroups(const Xapian::Database& database);

  // Valid as long as this object. Throws what Xapian throws.
  std::string_view of(Xapian::docid document) { return find(document).key; }
  // Whether others are copies of the document, or it is one. Throws what Xapian throws.
  bool has_copies(Xapian::docid document);

 private:
  struct Group {
    std::string key;
    enum { kUnknown, kAlone, kShared } members = kUnknown;
  };
  struct Block {
    bool loaded = false;
    std::vector<Group> groups;  // of all its documents
  };

  Group& find(Xapian::docid document);
  void load(Xapian::docid first, Block& block) const;

  Xapian::Database database_;
  std::vector<Block> blocks_;
};

}  // namespace dragoman
