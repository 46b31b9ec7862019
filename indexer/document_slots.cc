#include "document_slots.h"

#include "dragoman/schema.h"

namespace dragoman {
namespace {

Xapian::valueno piece_slot(std::size_t piece) {
  return kFirstPartSlot + 2 * static_cast<Xapian::valueno>(piece);
}

Xapian::valueno positions_slot(std::size_t part) {
  return part == 0 ? kPositionsSlot
                   : kFirstPartSlot + 2 * static_cast<Xapian::valueno>(part - 1) + 1;
}

}  // namespace

void put_stored(const EncodedDocument& encoded, Xapian::Document& document) {
  document.add_value(kStoredSlot, encoded.record);
  for (std::size_t piece = 0; piece < encoded.pieces.size(); ++piece)
    document.add_value(piece_slot(piece), encoded.pieces[piece]);
}

Result<StoredDocument> read_stored(const Xapian::Document& document) {
  return decode_stored(document.get_value(kStoredSlot), [document](std::size_t piece) {
    return document.get_value(piece_slot(piece));
  });
}

void put_positions(const std::vector<std::string>& parts, Xapian::Document& document) {
  for (std::size_t part = 0; part < parts.size(); ++part)
    document.add_value(positions_slot(part), parts[part]);
}

std::string read_positions(const Xapian::Document& document, std::size_t part) {
  return document.get_value(positions_slot(part));
}

}  // namespace dragoman
