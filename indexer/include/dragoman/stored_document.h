// What an index keeps of a document besides its terms, in a value slot (kStoredSlot). A
// binary record: metadata first, then the sentence table, then the body in pieces compressed by
// zstd one by one, so that showing a passage never unpacks the whole body.
//
//   StoredDocument stored = decode(data).value();   // copies metadata and table, no body
//   stored.body(1000, 1200);                        // unpacks the pieces that hold these bytes
//
// One thread at a time: the piece unpacked last is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "dragoman/document.h"
#include "dragoman/result.h"

namespace dragoman {

// Title and body are analyzed as one text: title, "\n\n", body (just the body when there is no
// title). Positions count through both; `begin` is a byte of the body, or of the title for
// a title's sentence.
struct StoredSentence {
  std::uint32_t position = 0;  // of its first token
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool in_title = false;
};

// An organization, symbol or person in the text, so that it can be marked without analyzing again.
struct StoredMention {
  std::uint32_t position = 0;  // of its first token
  std::uint32_t tokens = 1;
  std::uint32_t entity =
      0;  // index into StoredEntities::organizations, and then on into symbols, people and wholes
};

struct StoredEntities {
  std::vector<std::string> organizations;  // ids, most mentioned first
  std::vector<std::string> symbols;        // canonical, in the order of the text
  std::vector<std::string> people;         // ids
  std::vector<std::string> wholes;  // ids of organizations named inside the names of their parts
  std::vector<StoredMention> mentions;  // in the order of the text
};

class StoredDocument {
 public:
  Document metadata;  // without the body
  StoredEntities entities;
  std::vector<StoredSentence> sentences;
  std::uint32_t body_bytes = 0;

  // Bytes [from, to) of the body, cut to what there is. Errors: kCorrupt.
  Result<std::string> body(std::uint32_t from, std::uint32_t to) const;
  // How many code points stand before byte `at`. Errors: kCorrupt.
  Result<std::uint32_t> code_points_before(std::uint32_t at) const;

 private:
  friend Result<StoredDocument> decode_stored(std::string data);
  struct Piece {
    std::uint32_t begin = 0;        // byte of the body
    std::uint32_t code_points = 0;  // before it
    std::uint32_t packed_at = 0;    // byte of data_
    std::uint32_t packed_bytes = 0;
  };
  Result<std::size_t> unpack(std::uint32_t at) const;

  std::vector<Piece> pieces_;
  std::string data_;
  // The piece unpacked last: a passage asks for its text and for its place, and the next one is often near.
  mutable std::optional<std::size_t> unpacked_;
  mutable std::string text_;
};

std::string encode_stored(const Document& document, const StoredEntities& entities,
                          const std::vector<StoredSentence>& sentences);

// Errors: kCorrupt.
Result<StoredDocument> decode_stored(std::string data);

}  // namespace dragoman
