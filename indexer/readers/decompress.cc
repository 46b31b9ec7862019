#include "readers/decompress.h"

#define ZLIB_CONST  // what zlib only reads is const
#include <zlib.h>

#include <algorithm>

#include "readers/filter_stream.h"

namespace dragoman {
namespace {

struct Magic {
  std::string_view name;
  std::string_view bytes;
  std::string_view ending;
};
constexpr std::string_view kGzip = "gzip";
using namespace std::string_view_literals;
constexpr Magic kMagic[] = {
    {kGzip, "\x1F\x8B\x08"sv, ".gz"},       {"xz", "\xFD\x37zXZ\0"sv, ".xz"},
    {"zstd", "\x28\xB5\x2F\xFD"sv, ".zst"}, {"bzip2", "BZh"sv, ".bz2"},
    {"lz4", "\x04\x22\x4D\x18"sv, ".lz4"},  {"compress", "\x1F\x9D"sv, ".Z"},
};
constexpr std::string_view kBzip2Block = "1AY&SY";
constexpr std::string_view kBzip2Empty = "\x17\x72\x45\x38\x50\x90";

constexpr int kGzipOrZlib = 32 + MAX_WBITS;
constexpr int kGzipOnly = 16 + MAX_WBITS;

const Bytef* zlib_bytes(std::string_view text) {
  return reinterpret_cast<const Bytef*>(text.data());
}

// A gzip file is one or more members one after another. Unlike libarchive's this gives what
// it has unpacked before it complains of damage.
class GzipStream final : public ByteStream {
 public:
  GzipStream(Input& packed, Budget& budget) : packed_(packed), budget_(budget) {
    good_ = inflateInit2(&state_, kGzipOnly) == Z_OK;
  }
  ~GzipStream() override { inflateEnd(&state_); }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  Result<bool> read(std::string& buffer) override {
    if (ended_) return false;
    if (!good_) return damaged("not gzip");
    const std::size_t before = buffer.size();
    buffer.resize(before + kBlock);
    std::size_t size = before;
    const char* problem = nullptr;
    while (size == before && !ended_ && problem == nullptr) problem = unpack_some(buffer, size);
    buffer.resize(size);
    if (problem == nullptr && !budget_.unpacked(size - before)) problem = Budget::kWords;
    if (problem == nullptr) return size > before;
    good_ = false;
    return damaged(problem);
  }

 private:
  static Error damaged(const char* words) { return {Errc::kMalformed, words, ""}; }

  // Unpacks into `buffer` from `size` on and moves `size`; says what is wrong, if anything.
  const char* unpack_some(std::string& buffer, std::size_t& size) {
    const std::string_view in = packed_.ahead();
    if (in.empty() && member_ended_) ended_ = true;
    if (in.empty()) return member_ended_ ? nullptr : "the gzip data end too early";
    if (member_ended_) {
      // What follows a member and is not another one is padding.
      ended_ = packed_.ahead(3).substr(0, 2) != "\x1F\x8B";
      if (ended_) return nullptr;
      inflateReset(&state_);
      member_ended_ = false;
    }
    constexpr std::size_t kMost = 1u << 30u;
    state_.next_in = zlib_bytes(in);
    state_.avail_in = static_cast<uInt>(std::min(in.size(), kMost));
    const uInt given = state_.avail_in;
    state_.next_out = reinterpret_cast<Bytef*>(buffer.data() + size);
    state_.avail_out = static_cast<uInt>(buffer.size() - size);
    const int status = ::inflate(&state_, Z_NO_FLUSH);
    size = buffer.size() - state_.avail_out;
    packed_.skip(given - state_.avail_in);
    budget_.packed(given - state_.avail_in, packed_.facts.depth);
    member_ended_ = status == Z_STREAM_END;
    return status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR
               ? nullptr
               : "the gzip data are damaged";
  }

  Input& packed_;
  Budget& budget_;
  z_stream state_ = {};
  bool good_ = false;
  bool member_ended_ = false;
  bool ended_ = false;
};

// Inflates `packed` with zlib's `window_bits` as far as it goes.
std::string inflate_as(std::string_view packed, int window_bits, std::size_t limit) {
  z_stream state = {};
  if (inflateInit2(&state, window_bits) != Z_OK) return {};
  state.next_in = zlib_bytes(packed);
  state.avail_in = static_cast<uInt>(packed.size());
  std::string out;
  int status = Z_OK;
  while (status == Z_OK && out.size() < limit) {
    const std::size_t before = out.size();
    out.resize(std::min(limit, before + ByteStream::kBlock));
    state.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    state.avail_out = static_cast<uInt>(out.size() - before);
    status = ::inflate(&state, Z_NO_FLUSH);
    out.resize(out.size() - state.avail_out);
    if (out.size() == before) break;
  }
  inflateEnd(&state);
  return out;
}

}  // namespace

std::string_view compression_of(std::string_view head) {
  for (const Magic& magic : kMagic) {
    if (!head.starts_with(magic.bytes)) continue;
    if (magic.name != "bzip2") return magic.name;
    // "BZh" may begin a text.
    const std::string_view block = head.substr(std::min<std::size_t>(4, head.size()), 6);
    if (block == kBzip2Block || block == kBzip2Empty) return magic.name;
  }
  return {};
}

bool can_unpack(std::string_view compression) { return compression == kGzip || kHasFilterStreams; }

std::unique_ptr<ByteStream> unpack(std::string_view compression, Input& packed, Budget& budget) {
  if (compression == kGzip) return std::make_unique<GzipStream>(packed, budget);
  return make_filter_stream(packed, budget);
}

std::string without_compression_ending(std::string_view file_name) {
  for (const Magic& magic : kMagic) {
    if (file_name.ends_with(magic.ending)) {
      return std::string(file_name.substr(0, file_name.size() - magic.ending.size()));
    }
  }
  if (file_name.ends_with(".tgz"))
    return std::string(file_name.substr(0, file_name.size() - 2)) + "ar";
  return std::string(file_name);
}

std::string inflate(std::string_view packed, std::size_t limit) {
  std::string out = inflate_as(packed, kGzipOrZlib, limit);
  // Some servers send "deflate" without zlib's header.
  if (out.empty()) out = inflate_as(packed, -MAX_WBITS, limit);
  return out;
}

}  // namespace dragoman
