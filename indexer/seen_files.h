// What an index remembers of the files that its documents came from.
//
//   SeenFiles files("news.db/dragoman.files", generation);
//   files.at_path("/dumps/a.jsonl");   // size, time stamps, hash …
//
// Kept in a Xapian database beside the segments, of which only writers know: a record a file, found by
// path and by hash, so that memory does not grow with the number of files. It is written right after
// the index was published, and names the generation it speaks of; if the two differ, somebody was
// interrupted just between, and every record is marked stale. Functions throw what Xapian throws.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "dragoman/indexer/index_writer.h"
#include "file_facts.h"

namespace dragoman {

using FileNumber = std::uint32_t;  // documents carry it; 0: from no file

struct FileRecord {
  FileNumber number = 0;  // 0: new
  std::string path;       // absolute
  std::string name;       // as the reader called it when it was read
  std::string reading;    // how it was read
  FileFacts facts;
  std::string hash;  // of its bytes
  std::uint64_t documents = 0;
  bool complete = false;  // read to its end, and all notes are kept
  bool settled = false;   // the facts are enough to see a change
  bool named = false;     // ids of its documents begin with `name`
  bool shared = false;    // other files have documents of the same ids
  bool stale = false;     // must be read again, whatever the facts say
  std::vector<FileNote> notes;
};

class SeenFiles {
 public:
  // Opens what is in `path`, if anything. `highest` tells the highest number that documents of the
  // index carry; it is asked when there are no records, for numbers must not be used again.
  SeenFiles(std::string path, std::uint64_t generation, std::function<FileNumber()> highest);

  std::optional<FileRecord> at_path(const std::string& path) const;
  std::optional<FileRecord> numbered(FileNumber number) const;
  std::vector<FileRecord> with_hash(const std::string& hash) const;
  // Gives the records of `path` and of all below it.
  void each_under(const std::string& path, const std::function<void(const FileRecord&)>& use) const;
  void each_shared(const std::function<void(const FileRecord&)>& use) const;

  // Keeps a record, and gives it a number if it has none.
  void keep(FileRecord& record);
  void forget(FileNumber number);
  bool changed() const { return changed_; }

  // Writes what was kept and forgotten, durably. What was not committed is dropped.
  void commit(std::uint64_t generation);
  std::uint64_t count() const { return open_ ? database_.get_doccount() : 0; }

 private:
  void open(int flags);
  void mark_all_stale();
  void each(const std::string& term, const std::function<void(const FileRecord&)>& use) const;

  std::string path_;
  std::uint64_t generation_;
  std::function<FileNumber()> highest_;
  bool open_ = false;
  bool changed_ = false;
  Xapian::WritableDatabase database_;
};

}  // namespace dragoman
