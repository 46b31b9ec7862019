// A stream of bytes over a file or standard input; gz, xz, zst and bz2 are unpacked by libarchive.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "dragoman/result.h"

namespace dragoman {

class ByteSource {
 public:
  // "-" is standard input. Errors: kNotFound, kUnreadable, kMalformed.
  static Result<ByteSource> open(const std::string& path);
  ~ByteSource();
  ByteSource(ByteSource&&) noexcept;
  ByteSource& operator=(ByteSource&&) noexcept;

  // Appends up to 64 KiB to `buffer`; false at the end. Errors: kMalformed (damaged compression).
  Result<bool> read(std::string& buffer);
  // Bytes of the file as it lies on disk, read so far.
  std::uint64_t consumed() const;

 private:
  struct State;
  explicit ByteSource(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dragoman
