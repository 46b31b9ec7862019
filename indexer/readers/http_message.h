// What a server sent, as archives of the web keep it: status, headers, body.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dragoman {

// Header lines "Name: value" by name in small letters.
class HeaderFields {
 public:
  // Reads the lines of `text` up to the first empty one; gives where the text behind it begins,
  // or the size of `text` when there is none.
  std::size_t read(std::string_view text);
  // Empty when there is no such field. `name` in small letters.
  std::string_view value(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// "text/html; charset=utf-8" -> "text/html" in small letters.
std::string media_type_of(std::string_view content_type);
// -> "utf-8", empty when it is not said.
std::string charset_of(std::string_view content_type);

struct HttpMessage {
  int status = 0;  // 0: these bytes are no HTTP
  HeaderFields headers;
  std::string body;     // unchunked and unpacked
  std::string problem;  // why the body cannot be read; empty when it can
};

// A body larger than `max_bytes` is cut.
HttpMessage read_http(std::string_view bytes, std::size_t max_bytes);

}  // namespace dragoman
