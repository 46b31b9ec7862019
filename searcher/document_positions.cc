#include "document_positions.h"

#include "document_slots.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostBytes = 16 << 20;  // kept

}  // namespace

PositionTable PositionParts::table() {
  return PositionTable(part(0),
                       [this](std::size_t number) -> std::string_view { return part(number); });
}

const std::string& PositionParts::part(std::size_t number) {
  const auto [part, is_new] = parts_.try_emplace(number);
  if (is_new) {
    part->second = read_positions(document_, number);
    bytes_ += part->second.size();
    if (all_bytes_ != nullptr) *all_bytes_ += part->second.size();
  }
  return part->second;
}

PositionTable DocumentPositions::of(Xapian::docid document) {
  if (bytes_read_ - bytes_forgotten_ > kMostBytes) {
    for (std::optional<Kept>& kept : kept_) forget(kept);
  }
  std::optional<Kept>& kept = kept_[document % kKept];
  if (!kept || kept->document != document) {
    forget(kept);
    kept = Kept{document, PositionParts(database_.get_document(document, Xapian::DOC_ASSUME_VALID),
                                        &bytes_read_)};
  }
  return kept->parts.table();
}

void DocumentPositions::forget(std::optional<Kept>& kept) {
  if (!kept) return;
  bytes_forgotten_ += kept->parts.bytes();
  kept.reset();
}

}  // namespace dragoman
