#include "document_lengths.h"

namespace dragoman {
namespace {

// Lengths asked for one by one, before all of a block are loaded: that costs as much as a few walks.
constexpr unsigned kMostAsked = 4;

}  // namespace

DocumentLengths::DocumentLengths(const Xapian::Database& shard)
    : shard_(shard), blocks_(shard.get_lastdocid() / kBlock + 1) {}

Xapian::termcount DocumentLengths::ask(Xapian::docid document) {
  Block& block = blocks_[document / kBlock];
  if (++block.asked <= kMostAsked) return shard_.get_doclength(document);
  load(document / kBlock * kBlock, block);
  return block.lengths[document % kBlock];
}

void DocumentLengths::load(Xapian::docid first, Block& block) const {
  std::vector<std::uint32_t> lengths(kBlock);
  auto at = shard_.postlist_begin("");
  for (at.skip_to(first); at != shard_.postlist_end("") && *at < first + kBlock; ++at)
    lengths[*at - first] = at.get_doclength();
  block.lengths = std::move(lengths);
}

}  // namespace dragoman
