#include "record_cache.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostBytes = 16 << 20;  // kept

}  // namespace

DocumentRecords& RecordCache::of(Xapian::docid document) {
  if (bytes_read_ - bytes_forgotten_ > kMostBytes) {
    kept_.assign(kKept, {});
    bytes_forgotten_ = bytes_read_;
  }
  std::optional<Kept>& kept = kept_[document % kKept];
  if (!kept || kept->document != document) {
    const Xapian::Document found = database_.get_document(document, Xapian::DOC_ASSUME_VALID);
    kept.emplace(Kept{document, DocumentRecords(found, &bytes_read_)});
  }
  return kept->records;
}

}  // namespace dragoman
