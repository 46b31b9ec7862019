#include "document_records.h"

#include <cstdint>

#include "dragoman/schema.h"
#include "varint.h"

namespace dragoman {
namespace {

// A stored record that is longer has a slot of its own: ranking reads the places of many documents that are never shown.
// Xapian ends a chunk of values at this size.
constexpr std::size_t kShort = 2000;

Xapian::valueno piece_slot(std::size_t piece) {
  return kFirstPartSlot + 2 * static_cast<Xapian::valueno>(piece);
}

// Of the parts behind the first.
Xapian::valueno positions_slot(std::size_t part) {
  return kFirstPartSlot + 2 * static_cast<Xapian::valueno>(part - 1) + 1;
}

}  // namespace

void put_records(const EncodedDocument& stored, const std::vector<std::string>& positions,
                 Xapian::Document& document) {
  std::string first;
  const std::string_view places = positions.empty() ? std::string_view() : positions[0];
  put_varint(first, places.size());
  first += places;
  if (stored.record.size() <= kShort) {
    first += stored.record;
  } else {
    document.add_value(kStoredSlot, stored.record);
  }
  document.add_value(kRecordsSlot, first);
  for (std::size_t piece = 0; piece < stored.pieces.size(); ++piece)
    document.add_value(piece_slot(piece), stored.pieces[piece]);
  for (std::size_t part = 1; part < positions.size(); ++part)
    document.add_value(positions_slot(part), positions[part]);
}

PositionTable DocumentRecords::positions() {
  return PositionTable(read_short().positions, [this](std::size_t part) -> std::string_view {
    return slot(positions_slot(part));
  });
}

Result<StoredDocument> DocumentRecords::stored() {
  const std::string_view record = read_short().stored;
  return decode_stored(
      record.empty() ? std::string_view(slot(kStoredSlot)) : record,
      [document = document_](std::size_t piece) { return document.get_value(piece_slot(piece)); });
}

DocumentRecords::Short DocumentRecords::read_short() {
  std::string_view rest = slot(kRecordsSlot);
  std::uint64_t places = 0;
  if (!take_varint(rest, places) || places > rest.size()) return {};
  return {rest.substr(0, places), rest.substr(places)};
}

const std::string& DocumentRecords::slot(Xapian::valueno number) {
  const auto [at, is_new] = slots_.try_emplace(number);
  if (is_new) {
    at->second = document_.get_value(number);
    if (bytes_read_ != nullptr) *bytes_read_ += at->second.size();
  }
  return at->second;
}

}  // namespace dragoman
