// A ByteStream gives bytes piece by piece: of a file, of what a compressed file unpacks to,
// of a member of an archive.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "dragoman/result.h"

namespace dragoman {

class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // Appends some bytes to `buffer`; false at the end. After an error there is nothing more.
  // Errors: kUnreadable, kMalformed (damaged compression or archive).
  virtual Result<bool> read(std::string& buffer) = 0;

  // How much one read() asks of the system.
  static constexpr std::size_t kBlock = 256 * 1024;
};

class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)) {}

  Result<bool> read(std::string& buffer) override {
    if (bytes_.empty()) return false;
    if (buffer.empty()) {
      buffer.swap(bytes_);
    } else {
      buffer += bytes_;
      bytes_.clear();
    }
    return true;
  }

 private:
  std::string bytes_;
};

}  // namespace dragoman
