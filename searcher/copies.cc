#include "copies.h"

#include <algorithm>
#include <string>
#include <utility>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

// The first document of a group has no term of its own: its copies name it.
struct Group {
  std::string term;         // of the copies
  Xapian::docid first = 0;  // 0: it is no longer there
};

Group group_of(const Xapian::Database& database, Xapian::docid document) {
  const Xapian::Document found = database.get_document(document);
  const std::string key = found.get_value(kGroupSlot);
  if (key.empty()) return {};
  Group group{make_term(kGroupPrefix, key), 0};
  const std::string first_id = found.get_value(kCopyOfSlot);
  if (first_id.empty()) {
    group.first = document;
    return group;
  }
  const std::string id = id_term(first_id);
  for (auto at = database.postlist_begin(id); at != database.postlist_end(id); ++at) {
    const Xapian::Document first = database.get_document(*at);
    if (first.get_value(kGroupSlot) == key && first.get_value(kCopyOfSlot).empty())
      group.first = *at;
  }
  return group;
}

// Documents of several databases are numbered in turns.
std::pair<std::size_t, Xapian::docid> place_of(Xapian::docid document, std::size_t databases) {
  return {(document - 1) % databases, (document - 1) / databases};
}

}  // namespace

unsigned count_copies(const Xapian::Database& database, Xapian::docid document) {
  const Group group = group_of(database, document);
  if (group.term.empty()) return 0;
  const Xapian::doccount count = database.get_termfreq(group.term) + (group.first != 0 ? 1 : 0);
  return count > 1 ? count : 0;
}

Xapian::docid first_copy(const Xapian::Database& database, Xapian::docid document,
                         const Xapian::Query& query) {
  const Group group = group_of(database, document);
  if (group.term.empty() || group.first == document) return document;
  Xapian::Query members(group.term);
  if (group.first != 0) {
    members |= Xapian::Query(id_term(database.get_document(group.first).get_value(kIdSlot)));
  }
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, members));
  const Xapian::MSet matching = enquire.get_mset(0, database.get_doccount());
  Xapian::docid earliest = document;
  for (auto hit = matching.begin(); hit != matching.end(); ++hit) {
    if (*hit == group.first) return group.first;
    if (place_of(*hit, database.size()) < place_of(earliest, database.size())) earliest = *hit;
  }
  return earliest;
}

}  // namespace dragoman
