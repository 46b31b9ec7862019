// What an index keeps of a document or a file is decoded from a damaged index too: any bytes are read or
// refused. What is read is consistent, and a document that was put in comes out.
#include <algorithm>

#include "dragoman/position_table.h"
#include "dragoman/stored_document.h"
#include "file_record.h"
#include "target.h"

namespace dragoman::fuzz {
namespace {

void decode_any(std::string_view input) {
  Result<StoredDocument> stored = decode_stored(std::string(input));
  if (!stored) return;
  const std::uint32_t bytes = stored->body_bytes;
  (void)stored->is_sound();
  for (std::size_t i = 0; i < std::min<std::size_t>(stored->sentences.size(), 1000); ++i)
    (void)stored->sentences.at(stored->sentences[i].position);
  for (const std::uint32_t from : {0u, 1u, bytes / 2, bytes - 1, bytes}) {
    if (const Result<std::string> body = stored->body(from, bytes))
      promise(body->size() == bytes - std::min(from, bytes),
              "a body is as long as it is said to be");
    if (const Result<std::uint32_t> points = stored->code_points_before(from); !points)
      promise(points.error().code == Errc::kCorrupt, "damage is told as damage");
  }
}

void encode_and_decode(std::string_view input) {
  Document document;
  document.id = document.title = input.substr(0, input.size() / 8);
  document.body = input;
  StoredEntities entities;
  entities.organizations = {"csto", "sco"};
  std::vector<StoredMention> mentions;
  std::vector<StoredSentence> sentences;
  std::uint32_t at = 0;
  for (const char c : input.substr(0, 64)) {
    const auto step = static_cast<unsigned char>(c);
    sentences.push_back({at, at, at + step, step % 2 == 0});
    mentions.push_back({at, step, step % 2u});
    at += step;
  }
  const EncodedDocument encoded = encode_stored(document, entities, mentions, sentences);
  const Result<StoredDocument> stored =
      decode_stored(encoded.record, [&](std::size_t piece) { return encoded.pieces.at(piece); });
  promise(stored && stored->metadata.id == document.id && stored->metadata.title == document.title,
          "a stored document is read");
  const Result<std::string> body = stored->body(0, stored->body_bytes);
  promise(body && *body == document.body, "a stored body is read");
  promise(stored->sentences.size() == sentences.size() &&
              stored->mentions().size() == mentions.size() && stored->is_sound(),
          "stored sentences and mentions are read");
}

}  // namespace

void read_records(std::string_view input) {
  decode_any(input);
  encode_and_decode(input);
  PositionTable(input, [&](std::size_t number) {
    return input.substr(number % (input.size() + 1));
  }).find({"саммит", "ОДКБ", std::string(input.substr(0, 8))});
  decode_record(input);
}

}  // namespace dragoman::fuzz
