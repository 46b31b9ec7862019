// What an IndexWriter holds: documents on their way into the index (index_writer.cc), and how they get
// there (index_publish.cc).
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "copy_groups.h"
#include "dragoman/indexer/index_writer.h"
#include "id_ticks.h"
#include "index_directory.h"
#include "input_files.h"
#include "published_index.h"
#include "segment_builder.h"
#include "segment_factory.h"

namespace dragoman {

struct IndexWriter::State {
  using Clock = std::chrono::steady_clock;
  using Count = std::uint64_t WriteSummary::*;  // how a document is counted

  // A document that will be in the index with the next publication.
  struct Queued {
    std::string hash;
    Xapian::docid document = 0;  // in the segment that is being made
    std::uint64_t text_bytes = 0;
    std::optional<Place> replaces;
    FileNumber file = 0;
    Count counted = nullptr;
  };

  State(IndexDirectory opened, const WriteOptions& chosen);

  // Adding.
  Result<void> add(Document document);
  Result<void> queue(Document document, std::string hash, const std::optional<Place>& place,
                     Count counted);
  CopyMarks place_among_copies(const Document& document, const std::string& hash);
  bool keeps_origin(const Place& place);
  void take_back(const Queued& earlier);
  Result<void> send_batch();
  bool checkpoint_is_due() const;

  // Files.
  FileState begin_file(const InputFile& file);
  void end_file(std::vector<FileNote> notes);
  // Removes the documents of a file; if `had` is given, only those left unticked.
  std::uint64_t remove_of_file(FileNumber file, const IdTicks* had);

  // Publishing.
  Result<WriteSummary> commit();
  Result<void> compact();
  Result<void> publish();
  Result<void> publish_segments(std::vector<std::string> names);
  Result<std::string> finish_segment();
  Result<std::vector<std::string>> kept_segments();
  Result<std::string> copy_without(const std::string& segment,
                                   const std::set<Xapian::docid>& documents);
  Result<void> merge_some(std::vector<std::string>& names);
  Result<std::string> merge(const std::vector<std::string>& names);

  IndexDirectory directory;
  WriteOptions options;
  PublishedIndex published;  // as directory.segments()
  InputFiles files;
  std::optional<CopyGroups> copies;  // from the first new document on

  // Of the file that is being read.
  IdTicks had;                     // the documents it had
  std::uint64_t added_before = 0;  // summary.added when it began

  WriteSummary summary;  // since the caller's last commit

  // Since something was published.
  std::unordered_map<std::string, Queued> queued;          // by id term
  std::vector<Xapian::docid> taken_back;                   // queued, then not wanted
  std::map<std::size_t, std::set<Xapian::docid>> removed;  // by segment
  Xapian::docid last_document = 0;
  std::uint64_t queued_bytes = 0;
  Clock::time_point published_at = Clock::now();
  std::vector<PendingDocument> batch;
  std::uint64_t batch_bytes = 0;

  std::optional<Error> failed;  // after an error nothing more is written
  SegmentFactory factory;       // last: its threads end first
};

}  // namespace dragoman
