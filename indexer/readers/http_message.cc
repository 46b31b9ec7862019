#include "readers/http_message.h"

#include <algorithm>
#include <charconv>

#include "ascii.h"
#include "readers/decompress.h"

namespace dragoman {
namespace {

// Puts the chunks of a body together; what is damaged is kept as it is.
std::string unchunked(std::string_view body) {
  std::string out;
  for (;;) {
    const std::size_t end = body.find("\r\n");
    if (end == std::string_view::npos) break;
    std::size_t size = 0;
    const auto [last, error] = std::from_chars(body.data(), body.data() + end, size, 16);
    const char after = last == body.data() + end ? ';' : *last;
    if (error != std::errc() || (after != ';' && after != ' ')) {
      // Some archives keep the header but have undone the chunks.
      return out.empty() ? std::string(body) : out;
    }
    body.remove_prefix(end + 2);
    if (size == 0) return out;
    out += body.substr(0, size);
    if (body.size() <= size) return out;
    body.remove_prefix(size);
    if (body.starts_with("\r\n")) body.remove_prefix(2);
  }
  return out.empty() ? std::string(body) : out;
}

bool looks_packed(std::string_view body) {
  return body.starts_with("\x1F\x8B") || body.starts_with("\x78");
}

void unpack_body(HttpMessage& message, std::size_t max_bytes) {
  if (ascii_lower(message.headers.value("transfer-encoding")).find("chunked") !=
      std::string::npos) {
    message.body = unchunked(message.body);
  }
  const std::string encoding = ascii_lower(message.headers.value("content-encoding"));
  if (encoding.empty() || encoding == "identity") return;
  const bool gzip = encoding.find("gzip") != std::string::npos;
  if (gzip || encoding == "deflate") {
    // Crawlers that unpack the body often leave the header.
    if (gzip && !looks_packed(message.body)) return;
    std::string unpacked = inflate(message.body, max_bytes);
    if (!unpacked.empty()) message.body = std::move(unpacked);
  } else if (encoding == "br" || encoding == "zstd" || encoding == "compress") {
    message.problem = "a body compressed with " + encoding;
  }
}

}  // namespace

std::size_t HeaderFields::read(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view raw = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    const std::string_view line = trim(raw);
    if (line.empty()) break;
    if ((raw.front() == ' ' || raw.front() == '\t') && !fields_.empty()) {
      fields_.back().second.append(" ").append(line);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    fields_.emplace_back(ascii_lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
  }
  return at;
}

std::string_view HeaderFields::value(std::string_view name) const {
  for (const auto& [key, value] : fields_) {
    if (key == name) return value;
  }
  return {};
}

std::string media_type_of(std::string_view content_type) {
  return ascii_lower(trim(content_type.substr(0, content_type.find(';'))));
}

std::string charset_of(std::string_view content_type) {
  const std::string small = ascii_lower(content_type);
  const std::size_t at = small.find("charset=");
  if (at == std::string::npos) return {};
  const std::string_view value = content_type.substr(at + 8);
  return std::string(trim(value.substr(0, value.find_first_of(";,"))));
}

HttpMessage read_http(std::string_view bytes, std::size_t max_bytes) {
  HttpMessage message;
  if (!bytes.starts_with("HTTP/") && !bytes.starts_with("ICY ")) return message;
  const std::size_t space = bytes.find(' ');
  const std::size_t line_end = std::min(bytes.find('\n'), bytes.size());
  if (space > line_end) return message;
  std::from_chars(bytes.data() + space + 1, bytes.data() + line_end, message.status);
  bytes.remove_prefix(std::min(line_end + 1, bytes.size()));
  bytes.remove_prefix(message.headers.read(bytes));
  message.body = bytes;
  unpack_body(message, max_bytes);
  return message;
}

}  // namespace dragoman
