// To which group of near copies the documents of an index belong. Xapian finds a value by walking through its chunk;
// here the documents near by are kept on the way.
//
//   std::string_view group = groups.of(document);   // empty for most
//
// Not thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

namespace dragoman {

class DocumentGroups {
 public:
  explicit DocumentGroups(const Xapian::Database& database);

  // Valid as long as this object. Throws what Xapian throws.
  std::string_view of(Xapian::docid document);

 private:
  struct Block {
    bool loaded = false;
    std::vector<std::pair<Xapian::docid, std::string>>
        groups;  // rising; of documents that have one
  };

  void load(Xapian::docid first, Block& block) const;

  Xapian::Database database_;
  std::vector<Block> blocks_;
};

}  // namespace dragoman
