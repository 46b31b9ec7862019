// Where a hit has what the query looks for: read from the positions in the index and from the mentions
// stored with the document, without reading its text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "dragoman/position_table.h"
#include "dragoman/stored_document.h"
#include "marker.h"
#include "term_checker.h"

namespace dragoman {

struct Occurrence {
  std::uint32_t position = 0;  // of the first token
  std::uint32_t tokens = 1;
  std::size_t marker = 0;  // index into the markers
  std::string what;        // organization id, symbol, or the query word
};

// What an index has of a document.
struct IndexedDocument {
  Xapian::docid number = 0;
  const StoredDocument& stored;
  PositionTable positions;
};

// In the order of the text. Markers that are a fallback count only when no other one is found.
// Throws what Xapian throws.
std::vector<Occurrence> find_occurrences(const IndexedDocument& document, TermChecker& terms,
                                         const std::vector<Marker>& markers);

}  // namespace dragoman
