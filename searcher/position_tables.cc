#include "position_tables.h"

#include <algorithm>

#include "dragoman/schema.h"

namespace dragoman {

// In the order in which they stand in the index: neighbours share its blocks.
std::size_t PositionTables::read(std::vector<Xapian::docid> documents) {
  std::sort(documents.begin(), documents.end());
  std::size_t bytes = 0;
  for (const Xapian::docid document : documents) {
    const auto [kept, is_new] = kept_.try_emplace(document);
    if (is_new) kept->second = table_of(document);
    bytes += kept->second.size();
  }
  return bytes;
}

std::string PositionTables::take(Xapian::docid document) {
  auto kept = kept_.extract(document);
  return kept.empty() ? table_of(document) : std::move(kept.mapped());
}

std::string PositionTables::table_of(Xapian::docid document) const {
  return database_.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(kPositionsSlot);
}

}  // namespace dragoman
