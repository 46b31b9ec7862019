#include "document_groups.h"

#include <algorithm>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

constexpr Xapian::docid kBlock = 512;

}  // namespace

DocumentGroups::DocumentGroups(const Xapian::Database& database)
    : database_(database), blocks_(database.get_lastdocid() / kBlock + 1) {}

std::string_view DocumentGroups::of(Xapian::docid document) {
  Block& block = blocks_[document / kBlock];
  if (!block.loaded) load(document / kBlock * kBlock, block);
  const auto at = std::lower_bound(
      block.groups.begin(), block.groups.end(), document,
      [](const auto& entry, Xapian::docid wanted) { return entry.first < wanted; });
  if (at == block.groups.end() || at->first != document) return {};
  return at->second;
}

void DocumentGroups::load(Xapian::docid first, Block& block) const {
  const auto end = database_.valuestream_end(kGroupSlot);
  auto value = database_.valuestream_begin(kGroupSlot);
  if (value != end) value.skip_to(std::max(first, Xapian::docid{1}));
  for (; value != end && value.get_docid() < first + kBlock; ++value)
    block.groups.emplace_back(value.get_docid(), *value);
  block.loaded = true;
}

}  // namespace dragoman
