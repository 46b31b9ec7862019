// The values that the documents of a shard have in a slot, as numbers: of most slots that facets count there are few
// different ones. Xapian finds a value by walking through its chunk; here those near by are kept on the way.
//
//   ValueColumn years(shard, kDateSlot);
//   ++counts[years.of(document)];      // … of years.values()[years.of(document)]
//
// Two bytes a document at most, and the different values. Not thread-safe.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace dragoman {

class ValueColumn {
 public:
  using Number = std::uint16_t;
  static constexpr Number kNoValue = 0;  // stands for the empty value
  // More values are not numbered: documents that have them have this number.
  static constexpr Number kUnnumbered = UINT16_MAX;

  ValueColumn(const Xapian::Database& shard, Xapian::valueno slot);

  // Throws what Xapian throws.
  Number of(Xapian::docid document) {
    const std::vector<Number>& block = blocks_[document / kBlock];
    return block.empty() ? load(document) : block[document % kBlock];
  }
  // By their numbers; grows as documents are asked about.
  const std::vector<std::string>& values() const { return values_; }

 private:
  static constexpr Xapian::docid kBlock = 512;

  Number load(Xapian::docid document);
  Number number_of(const std::string& value);

  Xapian::Database shard_;
  Xapian::valueno slot_;
  std::vector<std::vector<Number>> blocks_;  // each none, or of all its documents
  std::vector<std::string> values_ = {""};
  std::unordered_map<std::string, Number> numbers_;
};

// Of the slots of one shard, made when they are first asked for.
class ValueColumns {
 public:
  explicit ValueColumns(const Xapian::Database& shard) : shard_(shard) {}

  ValueColumn& of(Xapian::valueno slot) {
    return columns_.try_emplace(slot, shard_, slot).first->second;
  }

 private:
  Xapian::Database shard_;
  std::map<Xapian::valueno, ValueColumn> columns_;
};

}  // namespace dragoman
