#include "intake.h"

#include <filesystem>

namespace dragoman {

bool Intake::document(Document document) {
  if (writer_ == nullptr) {
    ++counted_.added;
    counted_.text_bytes += document.title.size() + document.body.size();
  } else if (Result<void> done = writer_->add(std::move(document)); !done) {
    error_ = done.error();
    return false;
  }
  return !hooks_.stop();
}

void Intake::skipped(Skipped skipped) {
  if (skipped.line > 0) skipped.input += ":" + std::to_string(skipped.line);
  note({"skipped " + skipped.input + ": " + skipped.reason, true});
}

void Intake::warning(Warning warning) {
  if (warning.line > 0) warning.input += ":" + std::to_string(warning.line);
  if (warning.offset) warning.input += ", byte " + std::to_string(*warning.offset);
  note({"warning: " + warning.input + ": " + warning.words, false});
}

void Intake::note(FileNote note) {
  if (note.skipped) ++skipped_;
  hooks_.tell(note.words);
  if (notes_.size() <= kMostFileNotes)
    notes_.push_back(std::move(note));  // one more says: too many
}

bool Intake::wants(const std::string& path, const std::string& name) {
  if (error_ || hooks_.stop() || !hooks_.wants(path)) return false;
  if (writer_ == nullptr) return true;
  notes_.clear();
  Result<FileState> state = writer_->begin_file({path, name, reading_});
  if (!state) {
    error_ = state.error();
    return false;
  }
  if (!state->unchanged) return true;
  for (FileNote& told : state->notes) note(std::move(told));
  std::error_code error;
  const std::uintmax_t bytes = std::filesystem::file_size(path, error);
  if (!error) advanced(bytes);
  return false;
}

void Intake::finished() {
  if (writer_ == nullptr || error_ || hooks_.stop()) return;
  if (Result<void> done = writer_->end_file(std::exchange(notes_, {})); !done) {
    error_ = done.error();
  }
}

}  // namespace dragoman
