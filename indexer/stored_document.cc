#include "dragoman/stored_document.h"

#include <algorithm>
#include <memory>
#include <new>

#include <zstd.h>

#include "varint.h"

namespace dragoman {
namespace {

// Layout, all numbers as varints of 7 bits a byte, low bits first, strings after their length:
//   format, id title date lang url source symbol type, extra fields, organizations, symbols,
//   people, wholes, mentions (a string of: position as difference, tokens, entity), sentences (a string of
//   stored_sentences.h), pieces (bytes, code points, packed bytes), then the packed piece, if there is one only.
constexpr std::uint64_t kFormat = 3;
constexpr std::size_t kPieceBytes = 32 * 1024;
constexpr int kLevel = 3;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

void put(std::string& out, std::uint64_t number) { put_varint(out, number); }

void put(std::string& out, std::string_view text) {
  put(out, static_cast<std::uint64_t>(text.size()));
  out += text;
}

void put_list(std::string& out, const std::vector<std::string>& texts) {
  put(out, std::uint64_t{texts.size()});
  for (const std::string& text : texts) put(out, std::string_view(text));
}

// Reads what put() wrote; once something is wrong, gives zeros and `good` is false.
struct RecordReader {
  std::string_view rest;
  bool good = true;

  std::uint64_t number() {
    std::uint64_t value = 0;
    if (take_varint(rest, value)) return value;
    good = false;
    return 0;
  }

  std::uint32_t number32() {
    const std::uint64_t value = number();
    if (value > UINT32_MAX) good = false;
    return good ? static_cast<std::uint32_t>(value) : 0;
  }

  // A count of things that take at least one byte each.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value > rest.size()) good = false;
    return good ? static_cast<std::size_t>(value) : 0;
  }

  std::string text() {
    const std::size_t bytes = count();
    std::string value(rest.substr(0, bytes));
    rest.remove_prefix(bytes);
    return value;
  }

  std::vector<std::string> list() {
    std::vector<std::string> texts;
    for (std::size_t left = count(); left > 0 && good; --left) texts.push_back(text());
    return texts;
  }
};

Error corrupt(const std::string& id) {
  return {Errc::kCorrupt, "the stored text of document '" + id + "' is damaged",
          "index the files again into a new directory"};
}

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// Requires: at most kPieceBytes.
std::string pack(std::string_view text) {
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  char packed[ZSTD_COMPRESSBOUND(kPieceBytes)];
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  const std::size_t bytes =
      ZSTD_compress2(context.get(), packed, sizeof packed, text.data(), text.size());
  // With a buffer of ZSTD_COMPRESSBOUND only running out of memory can fail.
  if (ZSTD_isError(bytes)) throw std::bad_alloc();
  return {packed, bytes};
}

std::string encode_mentions(const std::vector<StoredMention>& mentions) {
  std::string out;
  std::uint32_t position = 0;
  for (const StoredMention& mention : mentions) {
    put(out, std::uint64_t{mention.position - position});
    put(out, std::uint64_t{mention.tokens});
    put(out, std::uint64_t{mention.entity});
    position = mention.position;
  }
  return out;
}

}  // namespace

EncodedDocument encode_stored(const Document& document, const StoredEntities& entities,
                              const std::vector<StoredMention>& mentions,
                              const std::vector<StoredSentence>& sentences) {
  std::string out;
  put(out, kFormat);
  for (const std::string* field :
       {&document.id, &document.title, &document.date, &document.lang, &document.url,
        &document.source, &document.symbol, &document.type}) {
    put(out, std::string_view(*field));
  }
  put(out, std::uint64_t{document.extra.size()});
  for (const ExtraField& field : document.extra) {
    put(out, std::string_view(field.key));
    put(out, std::string_view(field.value));
  }
  put_list(out, entities.organizations);
  put_list(out, entities.symbols);
  put_list(out, entities.people);
  put_list(out, entities.wholes);
  put(out, encode_mentions(mentions));
  put(out, encode_sentences(sentences));
  std::vector<std::string_view> pieces;
  for (std::string_view rest = document.body; !rest.empty();) {
    std::size_t cut = std::min(kPieceBytes, rest.size());
    while (cut < rest.size() && cut > 1 && continues(rest[cut])) --cut;
    pieces.push_back(rest.substr(0, cut));
    rest.remove_prefix(cut);
  }
  put(out, std::uint64_t{pieces.size()});
  EncodedDocument encoded;
  for (const std::string_view piece : pieces) {
    std::string packed = pack(piece);
    put(out, std::uint64_t{piece.size()});
    put(out, std::uint64_t{count_code_points(piece)});
    put(out, std::uint64_t{packed.size()});
    encoded.pieces.push_back(std::move(packed));
  }
  if (encoded.pieces.size() == 1) {
    out += encoded.pieces[0];
    encoded.pieces.clear();
  }
  encoded.record = std::move(out);
  return encoded;
}

namespace {

StoredEntities read_entities(RecordReader& in) {
  StoredEntities entities;
  entities.organizations = in.list();
  entities.symbols = in.list();
  entities.people = in.list();
  entities.wholes = in.list();
  return entities;
}

}  // namespace

Result<StoredDocument> decode_stored(std::string_view record, ReadPiece piece) {
  StoredDocument stored;
  RecordReader in{record};
  if (in.number() != kFormat) return corrupt("?");
  Document& document = stored.metadata;
  for (std::string* field : {&document.id, &document.title, &document.date, &document.lang,
                             &document.url, &document.source, &document.symbol, &document.type}) {
    *field = in.text();
  }
  for (std::size_t left = in.count(); left > 0 && in.good; --left) {
    std::string key = in.text();
    document.extra.push_back({std::move(key), in.text()});
  }
  stored.entities = read_entities(in);
  stored.mentions_ = in.text();
  stored.sentences = StoredSentences(in.text());
  std::uint64_t bytes = 0;
  std::uint64_t code_points = 0;
  for (std::size_t left = in.count(); left > 0 && in.good; --left) {
    StoredDocument::Piece made;
    made.begin = static_cast<std::uint32_t>(bytes);
    made.code_points = static_cast<std::uint32_t>(code_points);
    const std::uint32_t piece_bytes = in.number32();
    code_points += in.number32();
    made.packed_bytes = in.number32();
    if (piece_bytes == 0 || piece_bytes > kPieceBytes) in.good = false;
    bytes += piece_bytes;
    if (bytes > UINT32_MAX) in.good = false;
    stored.pieces_.push_back(made);
  }
  const std::size_t inside = stored.pieces_.size() == 1 ? stored.pieces_[0].packed_bytes : 0;
  if (!in.good || in.rest.size() != inside) return corrupt(document.id);
  stored.body_bytes = static_cast<std::uint32_t>(bytes);
  stored.packed_ = in.rest;
  stored.read_piece_ = std::move(piece);
  return stored;
}

// Appends what can be read; false when something cannot.
bool StoredDocument::take_mentions(std::vector<StoredMention>& out) const {
  const std::size_t names = entities.organizations.size() + entities.symbols.size() +
                            entities.people.size() + entities.wholes.size();
  RecordReader in{mentions_};
  std::uint32_t position = 0;
  while (!in.rest.empty()) {
    StoredMention mention;
    mention.position = position += in.number32();
    mention.tokens = in.number32();
    mention.entity = in.number32();
    if (!in.good || mention.entity >= names) return false;
    out.push_back(mention);
  }
  return true;
}

std::vector<StoredMention> StoredDocument::mentions() const {
  std::vector<StoredMention> all;
  take_mentions(all);
  return all;
}

bool StoredDocument::is_sound() const {
  std::vector<StoredMention> all;
  return take_mentions(all) && sentences.is_sound();
}

// Unpacks the piece that holds byte `at`, and gives its number.
Result<std::size_t> StoredDocument::unpack(std::uint32_t at) const {
  const auto next =
      std::upper_bound(pieces_.begin(), pieces_.end(), at,
                       [](std::uint32_t byte, const Piece& p) { return byte < p.begin; });
  const auto number = static_cast<std::size_t>(next - pieces_.begin()) - 1;
  if (unpacked_ == number) return number;
  thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
  const Piece& piece = pieces_[number];
  unpacked_.reset();
  const std::string read = pieces_.size() > 1 && read_piece_ ? read_piece_(number) : std::string();
  const std::string& packed = pieces_.size() > 1 ? read : packed_;
  if (packed.size() != piece.packed_bytes) return corrupt(metadata.id);
  text_.resize((next == pieces_.end() ? body_bytes : next->begin) - piece.begin);
  const std::size_t bytes =
      ZSTD_decompressDCtx(context.get(), text_.data(), text_.size(), packed.data(), packed.size());
  if (ZSTD_isError(bytes) || bytes != text_.size()) return corrupt(metadata.id);
  unpacked_ = number;
  return number;
}

Result<std::string> StoredDocument::body(std::uint32_t from, std::uint32_t to) const {
  to = std::min(to, body_bytes);
  std::string text;
  while (from < to) {
    const Result<std::size_t> piece = unpack(from);
    if (!piece) return piece.error();
    const std::uint32_t begin = pieces_[*piece].begin;
    const std::uint32_t end = begin + static_cast<std::uint32_t>(text_.size());
    text.append(text_, from - begin, std::min(to, end) - from);
    from = end;
  }
  return text;
}

Result<std::uint32_t> StoredDocument::code_points_before(std::uint32_t at) const {
  at = std::min(at, body_bytes);
  if (at == 0) return std::uint32_t{0};
  const Result<std::size_t> piece = unpack(at - 1);
  if (!piece) return piece.error();
  const std::string_view before = std::string_view(text_).substr(0, at - pieces_[*piece].begin);
  return pieces_[*piece].code_points + count_code_points(before);
}

}  // namespace dragoman
