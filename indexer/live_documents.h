// The documents of an index, without the placeholder of segments that lost some.
//
// Xapian 1.4 reads a term that every document of a database has from the list of all documents,
// but under the term's name; where that list has holes and more than one chunk it then fails
// ("Unexpected end of posting list"). So a segment that loses documents keeps one without terms
// but its own: no other term is in all of them.
#pragma once

#include <vector>

#include <xapian.h>

namespace dragoman {

// Puts a placeholder where `document` was. Throws what Xapian throws.
void leave_placeholder(Xapian::WritableDatabase& segment, Xapian::docid document);

bool has_placeholder(const Xapian::Database& database);

Xapian::doccount count_documents(const Xapian::Database& database);

// In ascending order.
std::vector<Xapian::docid> live_documents(const Xapian::Database& database);

// Matches every document; weighs nothing.
Xapian::Query every_document();

}  // namespace dragoman
