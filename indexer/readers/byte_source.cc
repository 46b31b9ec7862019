#include "readers/byte_source.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <cstring>

namespace dragoman {
namespace {

constexpr std::size_t kBlock = 64 * 1024;

Error failure(archive* reader, Errc code) {
  const char* words = archive_error_string(reader);
  return {code, words != nullptr ? words : "cannot be read", ""};
}

}  // namespace

struct ByteSource::State {
  archive* reader = archive_read_new();
  bool empty = false;
  ~State() { archive_read_free(reader); }
};

ByteSource::ByteSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
ByteSource::~ByteSource() = default;
ByteSource::ByteSource(ByteSource&&) noexcept = default;
ByteSource& ByteSource::operator=(ByteSource&&) noexcept = default;

Result<ByteSource> ByteSource::open(const std::string& path) {
  auto state = std::make_unique<State>();
  archive_read_support_filter_all(state->reader);
  archive_read_support_format_raw(state->reader);
  archive_read_support_format_empty(state->reader);
  const char* name = path == "-" ? nullptr : path.c_str();
  if (archive_read_open_filename(state->reader, name, kBlock) != ARCHIVE_OK) {
    if (errno == ENOENT) return Error{Errc::kNotFound, "no such file or directory", ""};
    if (errno == EACCES) return Error{Errc::kUnreadable, "permission denied", ""};
    return failure(state->reader, Errc::kUnreadable);
  }
  archive_entry* entry = nullptr;
  const int header = archive_read_next_header(state->reader, &entry);
  if (header == ARCHIVE_EOF) {
    state->empty = true;
  } else if (header != ARCHIVE_OK && header != ARCHIVE_WARN) {
    return failure(state->reader, Errc::kMalformed);
  }
  return ByteSource(std::move(state));
}

Result<bool> ByteSource::read(std::string& buffer) {
  if (state_->empty) return false;
  const std::size_t size = buffer.size();
  buffer.resize(size + kBlock);
  const la_ssize_t got = archive_read_data(state_->reader, buffer.data() + size, kBlock);
  buffer.resize(size + static_cast<std::size_t>(got > 0 ? got : 0));
  if (got < 0) return failure(state_->reader, Errc::kMalformed);
  return got > 0;
}

std::uint64_t ByteSource::consumed() const {
  return static_cast<std::uint64_t>(archive_filter_bytes(state_->reader, -1));
}

}  // namespace dragoman
