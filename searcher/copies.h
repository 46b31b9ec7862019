// Near copies of a document, as the index groups them (schema.h: kGroupSlot).
#pragma once

#include <xapian.h>

namespace dragoman {

// How many documents say what `document` says, itself among them; 0 when no other does. A few look-ups.
unsigned count_copies(const Xapian::Database& database, Xapian::docid document);

// Of the copies of `document` that match `query` the one that was indexed first.
Xapian::docid first_copy(const Xapian::Database& database, Xapian::docid document,
                         const Xapian::Query& query);

}  // namespace dragoman
