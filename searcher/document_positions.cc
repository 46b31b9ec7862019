#include "document_positions.h"

#include "dragoman/schema.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostKeptBytes = 32 << 10;  // of one table; a long speech has 10 kB

}  // namespace

const std::string& DocumentPositions::of(Xapian::docid document) {
  Table& kept = kept_[document % kKept];
  if (kept.document == document) return kept.data;
  if (large_.document == document) return large_.data;
  std::string data =
      shard_.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(kPositionsSlot);
  Table& table = data.size() <= kMostKeptBytes ? kept : large_;
  table = {document, std::move(data)};
  return table.data;
}

}  // namespace dragoman
