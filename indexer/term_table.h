// The terms of one document while it is indexed: each with how often and where it occurs.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/position_table.h"

namespace dragoman {

// A hash table that is cleared and filled again for every document, without allocating once it has grown.
class TermTable {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  struct Entry {
    std::string_view term;
    std::uint32_t count = 0;  // within-document frequency
    std::uint32_t first_place = kNone;
    std::uint32_t last_place = kNone;
  };

  TermTable();

  void clear();
  // The views must live until clear(). A count of 0: the place alone.
  void add(std::string_view term, std::uint32_t position, std::uint32_t count = 1);
  // The same of a term that exists only here: kept in the table.
  std::string_view keep(std::string term);

  const std::vector<Entry>& entries() const {
    return entries_;
  }  // in the order of their first occurrence
  // All, with their positions, rising, each once; valid until the next call.
  std::vector<TermPositions> positions();

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = kNone;
  };
  struct Place {
    std::uint32_t position;
    std::uint32_t next;
  };

  Entry& entry_of(std::string_view term);
  std::span<const std::uint32_t> positions_of(const Entry& entry);
  void grow();

  std::vector<Slot> slots_;  // a power of two
  std::vector<Entry> entries_;
  std::vector<Place> places_;
  std::deque<std::string> kept_;
  std::vector<std::uint32_t> positions_;  // behind each other, of the terms asked for
};

}  // namespace dragoman
