// To which group of near copies the documents of an index belong: each to one, and to most belongs nobody else. Xapian
// finds a value by walking through its chunk; here the documents near by are kept on the way.
//
//   if (groups.of(3) == groups.of(7) && groups.of(3) != kNoGroup) …
//   if (groups.has_copies(document)) …
//
// Nine bytes a document at most. Not thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace dragoman {

// The eight bytes that the documents of a group share (schema.h: kGroupSlot).
using GroupKey = std::uint64_t;
inline constexpr GroupKey kNoGroup = 0;

// Of a value of the slot; kNoGroup when it is none.
GroupKey group_key(std::string_view value);

class DocumentGroups {
 public:
  explicit DocumentGroups(const Xapian::Database& database);

  // Throws what Xapian throws.
  GroupKey of(Xapian::docid document);
  // Whether others are copies of the document, or it is one. Throws what Xapian throws.
  bool has_copies(Xapian::docid document);

 private:
  enum class Members : std::uint8_t { kUnknown, kAlone, kShared };
  struct Block {  // all its documents, or none
    std::vector<GroupKey> keys;
    std::vector<Members> members;
  };

  Block& block_of(Xapian::docid document);
  void load(Xapian::docid first, Block& block) const;

  Xapian::Database database_;
  std::vector<Block> blocks_;
};

}  // namespace dragoman
