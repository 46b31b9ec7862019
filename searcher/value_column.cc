#include "value_column.h"

#include <algorithm>

namespace dragoman {

ValueColumn::ValueColumn(const Xapian::Database& shard, Xapian::valueno slot)
    : shard_(shard), slot_(slot), blocks_(shard.get_lastdocid() / kBlock + 1) {}

ValueColumn::Number ValueColumn::load(Xapian::docid document) {
  const Xapian::docid first = document / kBlock * kBlock;
  std::vector<Number> block(kBlock, kNoValue);
  const auto end = shard_.valuestream_end(slot_);
  auto value = shard_.valuestream_begin(slot_);
  if (value != end) value.skip_to(std::max(first, Xapian::docid{1}));
  for (; value != end && value.get_docid() < first + kBlock; ++value)
    block[value.get_docid() - first] = number_of(*value);
  blocks_[document / kBlock] = std::move(block);
  return blocks_[document / kBlock][document % kBlock];
}

ValueColumn::Number ValueColumn::number_of(const std::string& value) {
  const auto known = numbers_.find(value);
  if (known != numbers_.end()) return known->second;
  if (values_.size() >= kUnnumbered) return kUnnumbered;
  const auto number = static_cast<Number>(values_.size());
  values_.push_back(value);
  numbers_.emplace(value, number);
  return number;
}

}  // namespace dragoman
