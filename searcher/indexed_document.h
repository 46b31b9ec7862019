// What an index has of a document for finding places in its text, and showing them.
#pragma once

#include <string>

#include <xapian.h>

#include "dragoman/result.h"
#include "dragoman/schema.h"
#include "dragoman/stored_document.h"

namespace dragoman {

struct IndexedDocument {
  Xapian::docid number = 0;
  std::string positions;  // position_table.h
  StoredDocument stored;
};

// Errors: kCorrupt. Throws what Xapian throws.
inline Result<IndexedDocument> read_document(const Xapian::Database& database,
                                             Xapian::docid number) {
  const Xapian::Document document = database.get_document(number);
  Result<StoredDocument> stored = decode_stored(document.get_value(kStoredSlot));
  if (!stored) return stored.error();
  return IndexedDocument{number, document.get_value(kPositionsSlot), std::move(*stored)};
}

}  // namespace dragoman
