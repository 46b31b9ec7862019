#include "file_record.h"

#include <charconv>

namespace dragoman {
namespace {

enum Flag : unsigned { kComplete = 1, kSettled = 2, kNamed = 4, kShared = 8, kStale = 16 };

void put_field(std::string& out, std::string_view field) {
  out += std::to_string(field.size()) + ":";
  out += field;
}

template <typename Number>
void put_number(std::string& out, Number number) {
  put_field(out, std::to_string(number));
}

class Fields {
 public:
  explicit Fields(std::string_view bytes) : rest_(bytes) {}

  bool good() const { return good_; }
  bool at_end() const { return rest_.empty() || !good_; }

  std::string text() {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), size);
    const std::size_t digits = static_cast<std::size_t>(end - rest_.data());
    if (error != std::errc() || digits == rest_.size() || *end != ':' ||
        size > rest_.size() - digits - 1) {
      good_ = false;
      return {};
    }
    std::string value(rest_.substr(digits + 1, size));
    rest_.remove_prefix(digits + 1 + size);
    return value;
  }

  template <typename Number>
  void number(Number& out) {
    const std::string digits = text();
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    if (error != std::errc() || end != digits.data() + digits.size()) good_ = false;
  }

 private:
  std::string_view rest_;
  bool good_ = true;
};

unsigned flags_of(const FileRecord& record) {
  return (record.complete ? kComplete : 0u) | (record.settled ? kSettled : 0u) |
         (record.named ? kNamed : 0u) | (record.shared ? kShared : 0u) |
         (record.stale ? kStale : 0u);
}

void set_flags(FileRecord& record, unsigned flags) {
  record.complete = (flags & kComplete) != 0;
  record.settled = (flags & kSettled) != 0;
  record.named = (flags & kNamed) != 0;
  record.shared = (flags & kShared) != 0;
  record.stale = (flags & kStale) != 0;
}

}  // namespace

std::string encode_record(const FileRecord& record) {
  std::string out;
  for (const std::string* field : {&record.path, &record.name, &record.reading, &record.hash}) {
    put_field(out, *field);
  }
  put_number(out, record.facts.inode);
  put_number(out, record.facts.size);
  put_number(out, record.facts.modified);
  put_number(out, record.facts.changed);
  put_number(out, record.documents);
  put_number(out, flags_of(record));
  for (const FileNote& note : record.notes) put_field(out, (note.skipped ? "-" : " ") + note.words);
  return out;
}

std::optional<FileRecord> decode_record(std::string_view bytes) {
  Fields fields(bytes);
  FileRecord record;
  for (std::string* field : {&record.path, &record.name, &record.reading, &record.hash}) {
    *field = fields.text();
  }
  fields.number(record.facts.inode);
  fields.number(record.facts.size);
  fields.number(record.facts.modified);
  fields.number(record.facts.changed);
  fields.number(record.documents);
  unsigned flags = 0;
  fields.number(flags);
  set_flags(record, flags);
  while (!fields.at_end()) {
    const std::string note = fields.text();
    if (!note.empty()) record.notes.push_back({note.substr(1), note[0] == '-'});
  }
  if (!fields.good()) return std::nullopt;
  return record;
}

}  // namespace dragoman
