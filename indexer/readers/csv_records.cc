#include "readers/csv_records.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr std::string_view kSeparators = ",;\t|";

char separator_of(std::string_view line) {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char separator : kSeparators) {
    const auto count = std::count(line.begin(), line.end(), separator);
    if (count > most) {
      most = count;
      best = separator;
    }
  }
  return best;
}

std::string_view without_line_end(std::string_view record) {
  if (record.ends_with('\n')) record.remove_suffix(1);
  if (record.ends_with('\r')) record.remove_suffix(1);
  return record;
}

}  // namespace

CsvRecords::CsvRecords(Input& input, std::uint64_t max_bytes)
    : input_(input), max_bytes_(max_bytes) {
  constexpr std::size_t kHead = 64 * 1024;
  const std::string_view head = input.ahead(kHead);
  separator_ = separator_of(head.substr(0, head.find('\n')));
}

// How many bytes the next record has, its line end included. A quote opens only at the beginning
// of a field.
std::size_t CsvRecords::record_bytes() {
  unclosed_ = false;
  bool quoted = false;
  bool field_begins = true;
  std::size_t first_line = 0;
  std::size_t i = 0;
  std::string_view bytes = input_.ahead();
  for (;; ++i) {
    if (i == bytes.size()) {
      if (i <= max_bytes_) bytes = input_.ahead(i + 1);
      if (i == bytes.size() || i > max_bytes_) break;
    }
    const char c = bytes[i];
    if (c == '\n' && first_line == 0) first_line = i + 1;
    if (quoted) {
      quoted = c != '"';  // of two quotes the second opens again
      field_begins = c == '"';
    } else if (c == '\n') {
      return i + 1;
    } else {
      quoted = c == '"' && field_begins;
      field_begins = c == separator_ || (field_begins && c == ' ');
    }
  }
  unclosed_ = quoted;
  return quoted || i > max_bytes_ ? (first_line > 0 ? first_line : i) : i;
}

void CsvRecords::split(std::string_view record, std::vector<std::string>& fields) const {
  fields.assign(1, "");
  bool quoted = false;
  bool was_quoted = false;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    std::string& field = fields.back();
    if (quoted && c == '"') {
      const bool doubled = i + 1 < record.size() && record[i + 1] == '"';
      if (doubled) field += record[i++];
      quoted = doubled;
    } else if (quoted) {
      if (c != '\r') field += c;
    } else if (c == separator_) {
      fields.emplace_back();
      was_quoted = false;
    } else if (c == '"' && !was_quoted && !unclosed_ &&
               field.find_first_not_of(' ') == std::string::npos) {
      field.clear();
      quoted = was_quoted = true;
    } else {
      field += c;
    }
  }
}

bool CsvRecords::next(std::vector<std::string>& fields) {
  for (;;) {
    if (input_.ahead().empty()) return false;
    const std::size_t bytes = record_bytes();
    const std::string_view record = input_.ahead(bytes).substr(0, bytes);
    line_of_record_ = line_;
    line_ += static_cast<std::uint64_t>(std::count(record.begin(), record.end(), '\n'));
    const std::string_view text = without_line_end(record);
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (!blank) split(text, fields);
    input_.skip(bytes);
    if (!blank) return true;
  }
}

}  // namespace dragoman
