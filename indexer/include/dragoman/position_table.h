// The places of a document's terms, in one record a document; of a long document in several, each with some of the terms,
// so that few of them are read for a query.
//
//   const std::uint32_t places[] = {3, 17};
//   std::vector<std::string> parts = encode_positions({{"summit", places}, …});
//   PositionTable(parts[0], [&](std::size_t number) -> std::string_view { return parts[number]; }).find({"summit"});
//
// Xapian's own positions cost a key of their own for each term of each document: 173 MB for 203 MB of UN speeches,
// against 62 MB in this form, and half the time of indexing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/position_part.h"

namespace dragoman {

// One part at least; a part without terms is empty. Requires: the terms differ.
std::vector<std::string> encode_positions(const std::vector<TermPositions>& terms);

// Damage gives fewer positions, never a crash.
class PositionTable {
 public:
  // Gives a part behind the first; of one that is not there nothing.
  using Parts = std::function<std::string_view(std::size_t number)>;

  // What `first` and `others` view must live as long as the table is asked.
  explicit PositionTable(std::string_view first, Parts others = {});

  // The positions of any of `terms`, rising, without repeats. Exact for terms that the document has; of terms
  // that it has not, one in some thousands is taken for another.
  std::vector<std::uint32_t> find(const std::vector<std::string>& terms) const;
  // Whether find() would find any.
  bool has(std::string_view term) const;

 private:
  PositionPart part_of(std::uint64_t hash) const;

  PositionPart first_{{}};
  Parts others_;
  unsigned split_ = 0;  // there are 2^split_ parts
};

}  // namespace dragoman
