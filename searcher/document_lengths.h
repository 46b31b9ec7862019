// How many words the documents of an index have, for weighing. Xapian finds one length by walking through half a chunk
// of its list of all, which is most of its work for a common word; where a few neighbours were asked for, all of them
// are kept.
//
//   DocumentLengths& lengths = all.of(shard);
//   lengths.of(document);
//
// Four bytes a document at most. Not thread-safe.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

namespace dragoman {

// Of one shard: a database that is not made of several.
class DocumentLengths {
 public:
  explicit DocumentLengths(const Xapian::Database& shard);

  // Throws what Xapian throws.
  Xapian::termcount of(Xapian::docid document) {
    const Block& block = blocks_[document / kBlock];
    return block.lengths.empty() ? ask(document) : block.lengths[document % kBlock];
  }

 private:
  static constexpr Xapian::docid kBlock = 512;
  struct Block {
    unsigned asked = 0;
    std::vector<std::uint32_t> lengths;  // none, or of all its documents
  };

  Xapian::termcount ask(Xapian::docid document);
  void load(Xapian::docid first, Block& block) const;

  Xapian::Database shard_;
  std::vector<Block> blocks_;
};

// Of the shards of an index as it was published at one moment.
class ShardLengths {
 public:
  // Stays valid as long as this object.
  DocumentLengths& of(const Xapian::Database& shard);

 private:
  std::map<std::string, DocumentLengths> shards_;
};

}  // namespace dragoman
