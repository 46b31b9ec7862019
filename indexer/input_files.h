// Which input files need to be read, and what becomes of documents whose file changed, moved or went.
//
//   InputFiles::Begun begun = files.begin({"dump/a.jsonl", "dump/a.jsonl", ""});
//   if (!begun.unchanged) { …; files.met(id); …; files.end({}); }
//
// A file is unchanged when its record says that these very bytes were read to their end in the same
// way: by size, inode and time stamps if those can be trusted, else by a hash of its bytes. A new
// file with the bytes of one that is gone has moved, and takes over its record. Files that have
// documents of the same ids are read again together, in their order, so that the last one wins as in
// a first run. Functions throw what Xapian throws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "dragoman/indexer/index_writer.h"
#include "seen_files.h"

namespace dragoman {

class InputFiles {
 public:
  InputFiles(SeenFiles seen, FileTrust trust) : seen_(std::move(seen)), trust_(trust) {}

  struct Begun {
    bool unchanged = false;
    std::uint64_t documents = 0;  // of an unchanged one
    std::vector<FileNote> notes;  // of an unchanged one
    bool known = false;           // documents in the index may carry its number
  };
  Begun begin(const InputFile& file);
  // A document of the file that is being read.
  void met(const std::string& id);
  // The number of the file that is being read; 0: none is, or it cannot be remembered.
  FileNumber number() const { return reading_ ? reading_->record.number : 0; }
  // The file that is being read has a document that came from `other` so far.
  void shares_with(FileNumber other);
  // Whether the documents of that file are to be removed, or nobody knows it.
  bool is_leaving(FileNumber number) const;

  // What end() says of documents that the file had and has no more.
  enum class Vanished { kStay, kMoved, kGo };
  Vanished end(std::vector<FileNote> notes);

  // Looks which files under `inputs` are gone.
  void plan_pruning(const std::vector<std::string>& inputs);
  // The files that are gone, which are forgotten.
  std::vector<FileNumber> take_gone();

  // Ends a run: a file may be met once in each.
  void end_run();
  void commit(std::uint64_t generation) { seen_.commit(generation); }

 private:
  struct Reading {
    FileRecord record;
    std::int64_t began = 0;
    bool moved = false;
    std::unordered_set<FileNumber> shares;
  };

  bool usable(const FileRecord& record, const InputFile& file) const;
  std::optional<FileRecord> moved_from(const std::string& hash, const InputFile& file) const;
  Begun unchanged(FileRecord record);
  Begun read(FileRecord record, const InputFile& file, bool moved);
  bool has_changed(const FileRecord& record) const;
  void check_shared();

  SeenFiles seen_;
  FileTrust trust_;
  std::optional<Reading> reading_;
  bool pruning_ = false;
  bool shared_checked_ = false;
  std::unordered_set<FileNumber> met_;  // files of this run
  std::unordered_set<FileNumber> gone_;
};

}  // namespace dragoman
