#include "readers/input.h"

#include <cassert>
#include <utility>

namespace dragoman {

bool Input::fill() {
  if (ended_) return false;
  if (begin_ > 0 && begin_ >= buffer_.size() / 2) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const Result<bool> more = stream_->read(buffer_);
  if (buffer_.capacity() < buffer_.size() + kPadding) {
    buffer_.reserve(buffer_.size() + buffer_.size() / 2 + kPadding);
  }
  if (!more) error_ = more.error();
  ended_ = !more || !*more;
  return !ended_;
}

std::string_view Input::ahead(std::size_t wanted) {
  while (buffer_.size() - begin_ < wanted && fill()) {
  }
  return std::string_view(buffer_).substr(begin_);
}

void Input::skip(std::size_t bytes) {
  assert(bytes <= buffer_.size() - begin_);
  begin_ += bytes;
  offset_ += bytes;
}

std::optional<std::string> Input::rest(std::uint64_t limit) {
  while (buffer_.size() - begin_ <= limit && fill()) {
  }
  if (buffer_.size() - begin_ > limit) return std::nullopt;
  offset_ += buffer_.size() - begin_;
  if (begin_ > 0) buffer_.erase(0, std::exchange(begin_, 0));
  return std::exchange(buffer_, {});
}

bool Input::take(std::string& buffer) {
  const std::string_view bytes = ahead();
  buffer += bytes;
  skip(bytes.size());
  return !bytes.empty();
}

bool LineReader::next(std::string_view& line) {
  input_.skip(std::exchange(taken_, 0));
  too_long_ = false;
  offset_ = input_.offset();
  std::string_view bytes = input_.ahead();
  if (bytes.empty()) return false;
  ++number_;
  std::size_t searched = 0;
  std::size_t end;
  while ((end = bytes.find('\n', searched)) == std::string_view::npos) {
    searched = bytes.size();
    if (searched > max_bytes_) {
      line = start_of_long_ = std::string(bytes.substr(0, 200));
      return skip_long_line();
    }
    bytes = input_.ahead(searched + 1);
    if (bytes.size() == searched) break;
  }
  taken_ = end == std::string_view::npos ? bytes.size() : end + 1;
  line = bytes.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return true;
}

bool LineReader::skip_long_line() {
  too_long_ = true;
  for (std::string_view bytes = input_.ahead(); !bytes.empty(); bytes = input_.ahead()) {
    const std::size_t end = bytes.find('\n');
    if (end != std::string_view::npos) {
      input_.skip(end + 1);
      break;
    }
    input_.skip(bytes.size());
  }
  return true;
}

}  // namespace dragoman
