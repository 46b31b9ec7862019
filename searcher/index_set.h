// An IndexSet is one or more index directories open as one Xapian database; it opens them anew when a writer
// has published.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "dragoman/result.h"
#include "index_snapshot.h"

namespace dragoman {

class IndexSet {
 public:
  // Errors: kNotFound, kNotAnIndex, kSchemaMismatch, kUnreadable, kCorrupt, kIndexIo.
  static Result<IndexSet> open(std::vector<std::string> directories);

  const Xapian::Database& database() const { return database_; }
  // ISO 639-1 of the documents, the most frequent first; "en" when there is none.
  const std::vector<std::string>& langs() const { return langs_; }
  // Whether some documents are near copies of others.
  bool has_copies() const { return has_copies_; }
  // Opens what was published since; cheap when nothing was. Errors as open().
  Result<void> refresh();

 private:
  struct Index {
    std::string directory;
    IndexSnapshot snapshot;
  };

  Result<void> join();

  std::vector<Index> indexes_;
  Xapian::Database database_;
  std::vector<std::string> langs_;
  bool has_copies_ = false;
};

}  // namespace dragoman
