// The published segments, open for a writer: where a document is, and where it came from.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "copy_groups.h"
#include "index_directory.h"
#include "seen_files.h"

namespace dragoman {

// Where a published document is.
struct Place {
  std::size_t segment = 0;
  Xapian::docid document = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
};

// Functions throw what Xapian throws.
class PublishedIndex {
 public:
  void open(const IndexDirectory& directory);
  void close() { segments_.clear(); }

  std::size_t segments() const { return segments_.size(); }
  const Xapian::Database& segment(std::size_t number) const { return segments_[number]; }

  std::optional<Place> find(const std::string& id_term) const;
  std::string content_hash(const Place& place) const;
  FileNumber file_of(const Place& place) const;
  void each_of_file(FileNumber file,
                    const std::function<void(const Place&, const std::string& id)>& use) const;
  FileNumber highest_file() const;
  // Lets `groups` remember all documents that may have copies.
  void tell(CopyGroups& groups) const;

 private:
  std::vector<Xapian::Database> segments_;
};

}  // namespace dragoman
