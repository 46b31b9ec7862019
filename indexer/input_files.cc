#include "input_files.h"

#include <algorithm>
#include <utility>

#include "file_facts.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostNoteBytes = 1u << 20u;

bool can_be_kept(const std::vector<FileNote>& notes) {
  std::size_t bytes = 0;
  for (const FileNote& note : notes) bytes += note.words.size();
  return notes.size() <= kMostFileNotes && bytes <= kMostNoteBytes;
}

}  // namespace

InputFiles::Begun InputFiles::begin(const InputFile& file) {
  reading_.reset();
  check_shared();
  const std::optional<FileFacts> facts = facts_of(file.path);
  if (!facts) return {};
  const std::string path = absolute_path(file.path);
  std::optional<FileRecord> record = seen_.at_path(path);
  const bool same = record && record->facts == *facts;
  if (same && record->settled && trust_ == FileTrust::kFacts && usable(*record, file)) {
    return unchanged(std::move(*record));
  }

  const std::int64_t now = nanoseconds_now();
  const Result<std::string> hash = hash_of_file(path);  // before reading: see end()
  if (!hash) return {};
  const bool same_bytes = record && record->hash == *hash && trust_ != FileTrust::kNothing;
  bool moved = false;
  if (!record) {
    record = moved_from(*hash, file);
    moved = record.has_value();
  }
  if (!record) record.emplace();
  record->path = path;
  record->facts = *facts;
  record->settled = is_settled(*facts, now);
  record->hash = *hash;
  // A moved file whose ids do not come from its name is only a record that changes.
  const bool only_renamed = moved && !record->named && record->notes.empty();
  if ((same_bytes || only_renamed) && usable(*record, file)) {
    if (only_renamed) record->name = file.name;
    seen_.keep(*record);
    return unchanged(std::move(*record));
  }
  return read(std::move(*record), file, moved);
}

bool InputFiles::usable(const FileRecord& record, const InputFile& file) const {
  return record.complete && !record.stale && record.reading == file.reading;
}

std::optional<FileRecord> InputFiles::moved_from(const std::string& hash,
                                                 const InputFile& file) const {
  for (FileRecord& record : seen_.with_hash(hash)) {
    if (record.complete && record.reading == file.reading && !met_.contains(record.number) &&
        is_gone(record.path)) {
      return std::move(record);
    }
  }
  return std::nullopt;
}

InputFiles::Begun InputFiles::unchanged(FileRecord record) {
  met_.insert(record.number);
  gone_.erase(record.number);
  Begun begun;
  begun.unchanged = true;
  begun.documents = record.documents;
  begun.notes = std::move(record.notes);
  return begun;
}

InputFiles::Begun InputFiles::read(FileRecord record, const InputFile& file, bool moved) {
  Begun begun;
  begun.known = record.number != 0;
  // Under another name the ids that come from it are others.
  moved = moved || (record.named && record.name != file.name);
  record.name = file.name;
  record.reading = file.reading;
  record.documents = 0;
  record.complete = false;
  record.named = false;
  record.stale = false;
  record.notes.clear();
  seen_.keep(record);  // should the run be interrupted, its documents have a number that is taken
  met_.insert(record.number);
  gone_.erase(record.number);
  reading_ = Reading{std::move(record), nanoseconds_now(), moved, {}};
  return begun;
}

void InputFiles::met(const std::string& id) {
  if (!reading_) return;
  FileRecord& record = reading_->record;
  ++record.documents;
  if (!record.named && !record.name.empty() && id.starts_with(record.name)) record.named = true;
}

void InputFiles::shares_with(FileNumber other) {
  if (!reading_ || other == 0 || other == number() || !reading_->shares.insert(other).second) {
    return;
  }
  reading_->record.shared = true;
  seen_.keep(reading_->record);
  std::optional<FileRecord> record = seen_.numbered(other);
  if (!record) return;
  // Whoever comes later in this run or another has the last word, and must say it again.
  record->shared = true;
  record->stale = record->stale || !met_.contains(other);
  seen_.keep(*record);
}

bool InputFiles::is_leaving(FileNumber number) const {
  return gone_.contains(number) || !seen_.numbered(number);
}

InputFiles::Vanished InputFiles::end(std::vector<FileNote> notes) {
  if (!reading_) return Vanished::kStay;
  FileRecord& record = reading_->record;
  // The hash was taken before reading: whatever changed since then will show.
  record.complete = facts_of(record.path) == record.facts && can_be_kept(notes);
  if (record.complete) record.notes = std::move(notes);
  seen_.keep(record);
  const bool moved = reading_->moved;
  // What could not be read may be what is missing.
  const bool whole = record.complete && std::none_of(record.notes.begin(), record.notes.end(),
                                                     [](const FileNote& n) { return n.skipped; });
  reading_.reset();
  if (moved) return Vanished::kMoved;
  return pruning_ && whole ? Vanished::kGo : Vanished::kStay;
}

bool InputFiles::has_changed(const FileRecord& record) const {
  const std::optional<FileFacts> facts = facts_of(record.path);
  if (!facts) return pruning_;
  if (*facts == record.facts && record.settled) return false;
  const Result<std::string> hash = hash_of_file(record.path);
  return !hash || *hash != record.hash;
}

void InputFiles::check_shared() {
  if (std::exchange(shared_checked_, true)) return;
  bool changed = false;
  seen_.each_shared([&](const FileRecord& record) {
    changed = changed || record.stale || !record.complete || has_changed(record);
  });
  if (!changed) return;
  seen_.each_shared([&](FileRecord record) {
    record.stale = true;
    seen_.keep(record);
  });
}

void InputFiles::plan_pruning(const std::vector<std::string>& inputs) {
  pruning_ = true;
  for (const std::string& input : inputs) {
    if (input == "-") continue;
    seen_.each_under(absolute_path(input), [this](const FileRecord& record) {
      if (is_gone(record.path)) gone_.insert(record.number);
    });
  }
}

std::vector<FileNumber> InputFiles::take_gone() {
  std::vector<FileNumber> numbers(gone_.begin(), gone_.end());
  std::sort(numbers.begin(), numbers.end());
  for (const FileNumber number : numbers) seen_.forget(number);
  gone_.clear();
  return numbers;
}

void InputFiles::end_run() {
  reading_.reset();
  met_.clear();
  gone_.clear();
  pruning_ = false;
  shared_checked_ = false;
}

}  // namespace dragoman
