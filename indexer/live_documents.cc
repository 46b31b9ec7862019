#include "live_documents.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

const std::string kPlaceholder(kPlaceholderTerm);

}  // namespace

void leave_placeholder(Xapian::WritableDatabase& segment, Xapian::docid document) {
  Xapian::Document empty;
  empty.add_boolean_term(kPlaceholder);
  segment.replace_document(document, empty);
}

bool has_placeholder(const Xapian::Database& database) {
  return database.term_exists(kPlaceholder);
}

Xapian::doccount count_documents(const Xapian::Database& database) {
  return database.get_doccount() - database.get_termfreq(kPlaceholder);
}

std::vector<Xapian::docid> live_documents(const Xapian::Database& database) {
  std::vector<Xapian::docid> documents;
  documents.reserve(count_documents(database));
  std::set_difference(database.postlist_begin(""), database.postlist_end(""),
                      database.postlist_begin(kPlaceholder), database.postlist_end(kPlaceholder),
                      std::back_inserter(documents));
  return documents;
}

Xapian::Query every_document() {
  return Xapian::Query(Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll,
                       Xapian::Query(kPlaceholder));
}

}  // namespace dragoman
