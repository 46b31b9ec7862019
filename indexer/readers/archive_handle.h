// What the readers of compressed files and of archives share of libarchive.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <string>

#include "dragoman/result.h"
#include "readers/budget.h"
#include "readers/input.h"

namespace dragoman {

struct FreeArchive {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using ArchiveHandle = std::unique_ptr<archive, FreeArchive>;

inline ArchiveHandle make_archive_handle() { return ArchiveHandle(archive_read_new()); }

// Not archive_read_support_filter_all: that would start other programs for rare formats, and
// take some mails for uuencoded files.
inline void support_compressions(archive* reader) {
  archive_read_support_filter_gzip(reader);
  archive_read_support_filter_xz(reader);
  archive_read_support_filter_zstd(reader);
  archive_read_support_filter_bzip2(reader);
  archive_read_support_filter_lz4(reader);
  archive_read_support_filter_compress(reader);
}

inline Error archive_failure(archive* reader) {
  const char* words = archive_error_string(reader);
  return {Errc::kMalformed, words != nullptr ? words : "the data are damaged", ""};
}

// Gives libarchive the bytes of an input.
struct ArchiveFeed {
  Input& packed;
  Budget& budget;
  std::string block;

  int open(archive* reader) {
    return archive_read_open(reader, this, nullptr, &next_block, nullptr);
  }

 private:
  static la_ssize_t next_block(archive*, void* feed, const void** bytes) {
    auto* self = static_cast<ArchiveFeed*>(feed);
    self->block.clear();
    self->packed.take(self->block);
    self->budget.packed(self->block.size(), self->packed.facts.depth);
    *bytes = self->block.data();
    return static_cast<la_ssize_t>(self->block.size());
  }
};

}  // namespace dragoman
