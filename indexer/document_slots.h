// Where the records of a document lie: in value slots of its Xapian::Document. What is long goes on in slots of its own,
// which Xapian reads one by one.
//
//   put_stored(encode_stored(…), document);
//   Result<StoredDocument> stored = read_stored(document);
//
// The bounds that Xapian keeps of each slot are copies of two records; of a corpus that is nothing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "dragoman/position_table.h"
#include "dragoman/result.h"
#include "dragoman/stored_document.h"

namespace dragoman {

void put_stored(const EncodedDocument& encoded, Xapian::Document& document);
// The pieces of the body are read when they are asked for. Errors: kCorrupt. Throws what Xapian throws, as does what it
// returns.
Result<StoredDocument> read_stored(const Xapian::Document& document);

// The parts of a PositionTable.
void put_positions(const std::vector<std::string>& parts, Xapian::Document& document);
// Empty for a part that is not there. Throws what Xapian throws.
std::string read_positions(const Xapian::Document& document, std::size_t part);

}  // namespace dragoman
