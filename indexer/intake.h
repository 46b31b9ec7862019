// An Intake gives what is read to an IndexWriter, leaves unchanged files out, and tells what did not
// become a document, once more for files that are left out.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dragoman/indexer/index_writer.h"
#include "dragoman/indexer/reader.h"

namespace dragoman {

struct IntakeHooks {
  std::function<void(const std::string& words)> tell;  // a line for the user
  std::function<void(std::uint64_t bytes)> advance;    // of the inputs, as they lie on disk
  std::function<bool()> stop;                          // whether reading is to end
  std::function<bool(const std::string& path)> wants;  // whether a file may be read now
};

class Intake : public DocumentSink {
 public:
  // Without a writer documents are only counted. `reading` tells how files are read.
  Intake(IndexWriter* writer, std::string reading, IntakeHooks hooks)
      : writer_(writer), reading_(std::move(reading)), hooks_(std::move(hooks)) {}

  bool document(Document document) override;
  void skipped(Skipped skipped) override;
  void warning(Warning warning) override;
  void advanced(std::uint64_t bytes) override { hooks_.advance(bytes); }
  bool wants(const std::string& path, const std::string& name) override;
  void finished() override;

  // What ended the reading, if something did.
  const std::optional<Error>& error() const { return error_; }
  const WriteSummary& counted() const { return counted_; }  // without a writer
  std::uint64_t skipped_count() const { return skipped_; }

 private:
  void note(FileNote note);

  IndexWriter* writer_;
  std::string reading_;
  IntakeHooks hooks_;
  std::optional<Error> error_;
  WriteSummary counted_;
  std::uint64_t skipped_ = 0;
  std::vector<FileNote> notes_;  // of the file that is being read
};

}  // namespace dragoman
