// The bytes of a file or of standard input as they lie on disk; tells the sink how far it is.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "dragoman/indexer/reader.h"
#include "readers/byte_stream.h"

namespace dragoman {

class FileStream final : public ByteStream {
 public:
  // Opens a regular file, or standard input for "-", or a pipe the shell made (/dev/fd/63).
  // Other things (devices, named pipes, sockets) would block or never end: kUnreadable.
  // `sink` must outlive the stream. Errors: kNotFound, kUnreadable; the message does not name
  // the file.
  static Result<std::unique_ptr<FileStream>> open(const std::string& path, DocumentSink& sink);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  Result<bool> read(std::string& buffer) override;

  std::uint64_t size() const { return size_; }  // 0 when not known
  std::uint64_t consumed() const { return consumed_; }

 private:
  FileStream(int descriptor, std::uint64_t size, DocumentSink& sink)
      : descriptor_(descriptor), size_(size), sink_(sink) {}

  int descriptor_;
  std::uint64_t size_;
  std::uint64_t consumed_ = 0;
  DocumentSink& sink_;
};

}  // namespace dragoman
