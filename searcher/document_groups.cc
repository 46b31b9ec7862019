#include "document_groups.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

constexpr Xapian::docid kBlock = 512;

std::string term_of(GroupKey key) {
  char bytes[sizeof key];
  std::memcpy(bytes, &key, sizeof key);
  return make_term(kGroupPrefix, std::string_view(bytes, sizeof bytes));
}

}  // namespace

GroupKey group_key(std::string_view value) {
  GroupKey key = kNoGroup;
  if (value.size() == sizeof key) std::memcpy(&key, value.data(), sizeof key);
  return key;
}

DocumentGroups::DocumentGroups(const Xapian::Database& database)
    : database_(database), blocks_(database.get_lastdocid() / kBlock + 1) {}

GroupKey DocumentGroups::of(Xapian::docid document) {
  return block_of(document).keys[document % kBlock];
}

// Only what is a copy of another has a term that names its group.
bool DocumentGroups::has_copies(Xapian::docid document) {
  Block& block = block_of(document);
  Members& members = block.members[document % kBlock];
  if (members == Members::kUnknown) {
    const GroupKey key = block.keys[document % kBlock];
    const bool shared = key != kNoGroup && database_.term_exists(term_of(key));
    members = shared ? Members::kShared : Members::kAlone;
  }
  return members == Members::kShared;
}

DocumentGroups::Block& DocumentGroups::block_of(Xapian::docid document) {
  Block& block = blocks_[document / kBlock];
  if (block.keys.empty()) load(document / kBlock * kBlock, block);
  return block;
}

void DocumentGroups::load(Xapian::docid first, Block& block) const {
  std::vector<GroupKey> keys(kBlock, kNoGroup);
  const auto end = database_.valuestream_end(kGroupSlot);
  auto value = database_.valuestream_begin(kGroupSlot);
  if (value != end) value.skip_to(std::max(first, Xapian::docid{1}));
  for (; value != end && value.get_docid() < first + kBlock; ++value)
    keys[value.get_docid() - first] = group_key(*value);
  block.members.assign(kBlock, Members::kUnknown);
  block.keys = std::move(keys);
}

}  // namespace dragoman
