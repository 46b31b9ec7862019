// An Input is one file on its way to a reader: a buffered stream of bytes and what is known
// about them from outside. Memory is bounded by what a reader asks to look ahead.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dragoman/document.h"
#include "dragoman/result.h"
#include "readers/byte_stream.h"

namespace dragoman {

struct InputFacts {
  std::string name;        // as told to the user, and the start of ids
  std::string file_name;   // whose extension tells the format: "page.html" for page.html.gz
  std::string path;        // of the file on disk when these are its very bytes, else empty
  std::string charset;     // declared by HTTP or mail
  std::string media_type;  // the same: "text/html"
  std::uint64_t size = 0;  // of all its bytes; 0 when not known
  unsigned depth = 0;      // archives and compressions it lies in
  Document defaults;       // what documents have that do not tell better; never id, title, body
};

class Input {
 public:
  Input(InputFacts known, std::unique_ptr<ByteStream> stream)
      : facts(std::move(known)), stream_(std::move(stream)) {}

  // The next bytes, without taking them: at least `wanted` unless the end comes before, often
  // more. Valid until the next call of a function that is not const; kPadding bytes behind them
  // may be read too.
  std::string_view ahead(std::size_t wanted = 1);
  // Takes `bytes` bytes. Requires: they were seen by ahead().
  void skip(std::size_t bytes);
  // All that is left; nothing when it is more than `limit` bytes.
  std::optional<std::string> rest(std::uint64_t limit);
  // Appends what comes next to `buffer` and takes it; false at the end.
  bool take(std::string& buffer);

  // Where in the input the next byte stands.
  std::uint64_t offset() const { return offset_; }
  // Why the bytes ended before their time. Errors: as ByteStream::read().
  const std::optional<Error>& error() const { return error_; }

  static constexpr std::size_t kPadding = 64;

  InputFacts facts;

 private:
  bool fill();

  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not yet taken
  std::uint64_t offset_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
};

// The lines of an input, without their ends (LF or CRLF).
class LineReader {
 public:
  // `input` must outlive it.
  LineReader(Input& input, std::uint64_t max_bytes) : input_(input), max_bytes_(max_bytes) {}

  // Gives the next line; false at the end. It lives until the next call. Of a line longer than
  // `max_bytes` the first few bytes are given, and too_long() is true.
  bool next(std::string_view& line);
  std::uint64_t number() const { return number_; }  // of the line last given, from 1
  std::uint64_t offset() const { return offset_; }  // of its first byte in the input
  bool too_long() const { return too_long_; }

 private:
  bool skip_long_line();

  Input& input_;
  std::uint64_t max_bytes_;
  std::uint64_t number_ = 0;
  std::uint64_t offset_ = 0;
  std::size_t taken_ = 0;  // bytes of the line last given, to be skipped
  bool too_long_ = false;
  std::string start_of_long_;
};

}  // namespace dragoman
