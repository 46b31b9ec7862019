#include "readers/web_records.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace dragoman {
namespace {

constexpr std::size_t kMostHeader = 256 * 1024;

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end > 0) words.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::string without_brackets(std::string_view text) {
  if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
  return std::string(text);
}

}  // namespace

bool WebRecords::next(WebRecord& record) {
  record = {};
  skip_line_ends();
  const std::string_view head = input_.ahead(8);
  if (head.empty() || !problem_.empty()) return false;
  record.offset = input_.offset();
  return head.starts_with("WARC/") ? read_warc(record) : read_arc(record);
}

void WebRecords::skip_line_ends() {
  for (;;) {
    const std::string_view bytes = input_.ahead();
    const std::size_t begin = bytes.find_first_not_of("\r\n");
    input_.skip(std::min(begin, bytes.size()));
    if (bytes.empty() || begin != std::string_view::npos) return;
  }
}

// The bytes up to the empty line that ends a WARC header.
std::string_view WebRecords::header_bytes() {
  std::size_t wanted = 4096;
  for (;;) {
    const std::string_view bytes = input_.ahead(wanted);
    std::size_t end = bytes.find("\r\n\r\n");
    if (end != std::string_view::npos) return bytes.substr(0, end + 4);
    end = bytes.find("\n\n");
    if (end != std::string_view::npos) return bytes.substr(0, end + 2);
    if (bytes.size() < wanted || wanted > kMostHeader) return {};
    wanted = bytes.size() + 4096;
  }
}

bool WebRecords::read_warc(WebRecord& record) {
  const std::string_view header = header_bytes();
  if (header.empty()) {
    problem_ = "a record's header does not end";
    return false;
  }
  HeaderFields fields;
  fields.read(header.substr(header.find('\n') + 1));
  const std::optional<std::uint64_t> size = number_of(fields.value("content-length"));
  record.type = fields.value("warc-type");
  record.url = without_brackets(fields.value("warc-target-uri"));
  record.date = fields.value("warc-date");
  record.media_type = media_type_of(fields.value("content-type"));
  input_.skip(header.size());
  if (!size) {
    problem_ = "a record without Content-Length";
    return false;
  }
  read_block(*size, record);
  return true;
}

// "http://example.org/ 192.0.2.1 20161124134405 text/html 1234", in version 2 with more in between.
bool WebRecords::read_arc(WebRecord& record) {
  constexpr std::size_t kLongestLine = 16 * 1024;
  const std::string_view bytes = input_.ahead(kLongestLine);
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) {
    problem_ = "the last record is cut off";
    return false;
  }
  std::string_view line = bytes.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  const std::vector<std::string_view> words = words_of(line);
  const std::optional<std::uint64_t> size =
      words.size() >= 4 ? number_of(words.back()) : std::nullopt;
  if (!size) {
    problem_ = "bytes that are no record";
    return false;
  }
  const bool is_head = words[0].starts_with("filedesc:");
  record.type = is_head ? "warcinfo" : "response";
  record.url = words[0];
  if (words.size() > 3) record.date = words[2];
  record.media_type = is_head ? "text/plain" : "application/http";
  input_.skip(end + 1);
  read_block(*size, record);
  return true;
}

void WebRecords::read_block(std::uint64_t size, WebRecord& record) {
  record.too_long = size > max_bytes_;
  while (size > 0) {
    const std::string_view bytes = input_.ahead();
    if (bytes.empty()) {
      record.cut = true;
      return;
    }
    const std::size_t taken = static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes.size()));
    if (!record.too_long) record.block += bytes.substr(0, taken);
    input_.skip(taken);
    size -= taken;
  }
}

}  // namespace dragoman
