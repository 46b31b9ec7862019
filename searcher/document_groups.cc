#include "document_groups.h"

#include <algorithm>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

constexpr Xapian::docid kBlock = 512;

}  // namespace

DocumentGroups::DocumentGroups(const Xapian::Database& database)
    : database_(database), blocks_(database.get_lastdocid() / kBlock + 1) {}

// Only what is a copy of another has a term that names its group.
bool DocumentGroups::has_copies(Xapian::docid document) {
  Group& group = find(document);
  if (group.members == Group::kUnknown) {
    const bool shared =
        !group.key.empty() && database_.term_exists(make_term(kGroupPrefix, group.key));
    group.members = shared ? Group::kShared : Group::kAlone;
  }
  return group.members == Group::kShared;
}

DocumentGroups::Group& DocumentGroups::find(Xapian::docid document) {
  Block& block = blocks_[document / kBlock];
  if (!block.loaded) load(document / kBlock * kBlock, block);
  return block.groups[document % kBlock];
}

void DocumentGroups::load(Xapian::docid first, Block& block) const {
  block.groups.resize(kBlock);
  const auto end = database_.valuestream_end(kGroupSlot);
  auto value = database_.valuestream_begin(kGroupSlot);
  if (value != end) value.skip_to(std::max(first, Xapian::docid{1}));
  for (; value != end && value.get_docid() < first + kBlock; ++value)
    block.groups[value.get_docid() - first].key = *value;
  block.loaded = true;
}

}  // namespace dragoman
