// What an index keeps of a document besides its terms: a binary record with metadata, mentions and the sentence table,
// and the body in pieces compressed by zstd one by one, so that showing a passage never unpacks the whole body. The
// pieces of a long body are kept apart, and only those that are shown are read.
//
//   EncodedDocument encoded = encode_stored(document, entities, mentions, sentences);
//   StoredDocument stored = decode_stored(encoded.record, [&](std::size_t piece) { return encoded.pieces[piece]; }).value();
//   stored.body(1000, 1200);                        // unpacks the pieces that hold these bytes
//
// document_records.h tells where they lie. One thread at a time: what was unpacked last is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "dragoman/document.h"
#include "dragoman/result.h"
#include "dragoman/stored_sentences.h"

namespace dragoman {

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
};

struct EncodedDocument {
  std::string record;
  std::vector<std::string> pieces;  // of a long body; else all is in the record
};

// Gives a piece that is kept apart; of one that is not there nothing.
using ReadPiece = std::function<std::string(std::size_t number)>;

class StoredDocument {
 public:
  Document metadata;  // without the body
  StoredEntities entities;
  StoredSentences sentences;
  std::uint32_t body_bytes = 0;

  // In the order of the text; read each time. Of a damaged record there may be fewer.
  std::vector<StoredMention> mentions() const;
  // Whether mentions and sentences can be read. Reads all.
  bool is_sound() const;

  // Bytes [from, to) of the body, cut to what there is. Errors: kCorrupt.
  Result<std::string> body(std::uint32_t from, std::uint32_t to) const;
  // How many code points stand before byte `at`. Errors: kCorrupt.
  Result<std::uint32_t> code_points_before(std::uint32_t at) const;

 private:
  friend Result<StoredDocument> decode_stored(std::string_view record, ReadPiece piece);
  struct Piece {
    std::uint32_t begin = 0;        // byte of the body
    std::uint32_t code_points = 0;  // before it
    std::uint32_t packed_bytes = 0;
  };
  bool take_mentions(std::vector<StoredMention>& out) const;
  Result<std::size_t> unpack(std::uint32_t at) const;

  std::string mentions_;
  std::vector<Piece> pieces_;
  std::string packed_;  // the only piece
  ReadPiece read_piece_;
  // The piece unpacked last: a passage asks for its text and for its place, and the next one is often near.
  mutable std::optional<std::size_t> unpacked_;
  mutable std::string text_;
};

// Mentions and sentences are in the order of the text.
EncodedDocument encode_stored(const Document& document, const StoredEntities& entities,
                              const std::vector<StoredMention>& mentions,
                              const std::vector<StoredSentence>& sentences);

// Copies what it needs of the record. Errors: kCorrupt.
Result<StoredDocument> decode_stored(std::string_view record, ReadPiece piece = {});

}  // namespace dragoman
