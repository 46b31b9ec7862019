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
#include <vector>

#include <xapian.h>

namespace dragoman {

// Of one shard.
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

}  // namespace dragoman
