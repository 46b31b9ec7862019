// An IndexSet is one or more index directories open as one Xapian database; it opens them anew when a writer
// has published.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <xapian.h>

#include "dragoman/result.h"

namespace dragoman {

class IndexSet {
 public:
  // Errors: kNotFound, kNotAnIndex, kSchemaMismatch, kUnreadable, kCorrupt, kIndexIo.
  static Result<IndexSet> open(std::vector<std::string> directories);

  const Xapian::Database& database() const { return database_; }
  // ISO 639-1 of the documents, the most frequent first; "en" when there is none.
  const std::vector<std::string>& langs() const { return langs_; }
  // Opens what was published since; cheap when nothing was. Errors as open().
  Result<void> refresh();

 private:
  struct Stub {
    std::string directory;
    std::vector<std::string> segments;
  };

  Result<void> open_all();

  std::vector<Stub> stubs_;
  Xapian::Database database_;
  std::vector<std::string> langs_;
};

}  // namespace dragoman
