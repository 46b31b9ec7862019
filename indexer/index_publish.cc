// How documents that were queued become the index that readers see.
#include <algorithm>
#include <utility>

#include "index_writer_state.h"
#include "live_documents.h"
#include "segment_merges.h"

namespace dragoman {

Result<WriteSummary> IndexWriter::State::commit() {
  for (const FileNumber file : files.take_gone()) summary.removed += remove_of_file(file, nullptr);
  if (Result<void> done = publish(); !done) return done.error();
  files.end_run();
  return std::exchange(summary, {});
}

Result<void> IndexWriter::State::compact() {
  if (Result<void> done = publish(); !done) return done;
  Result<std::string> merged = merge(directory.segments());
  if (!merged) return merged.error();
  if (Result<void> done = publish_segments({std::move(*merged)}); !done) return done;
  files.commit(directory.generation());
  return {};
}

Result<void> IndexWriter::State::publish() {
  const bool is_new = directory.segments().empty();
  if (last_document > 0 || !removed.empty() || is_new) {
    std::vector<std::string> names;
    if (Result<std::vector<std::string>> kept = kept_segments(); kept) {
      names = std::move(*kept);
    } else {
      return kept.error();
    }
    if (last_document > 0 || names.empty()) {
      Result<std::string> fresh = finish_segment();
      if (!fresh) return fresh.error();
      names.push_back(std::move(*fresh));
    }
    if (Result<void> done = merge_some(names); !done) return done;
    if (Result<void> done = publish_segments(std::move(names)); !done) return done;
  }
  // Only now may a file be called indexed.
  files.commit(directory.generation());
  queued.clear();
  taken_back.clear();
  removed.clear();
  last_document = 0;
  queued_bytes = 0;
  published_at = Clock::now();
  return {};
}

Result<void> IndexWriter::State::publish_segments(std::vector<std::string> names) {
  published.close();
  if (Result<void> done = directory.publish(std::move(names)); !done) return done;
  published.open(directory);
  return {};
}

// Merges what the workers made into one new segment. An index without documents has an empty one.
Result<std::string> IndexWriter::State::finish_segment() {
  std::string name = directory.new_segment();
  const std::string path = directory.path_of(name);
  if (!batch.empty()) {
    if (Result<void> sent = send_batch(); !sent) return sent.error();
  }
  const Result<std::vector<std::string>> made = factory.finish();
  if (!made) return made.error();
  Result<void> done = made->empty() ? build_empty_segment(path) : merge_segments(*made, path);
  if (done && !taken_back.empty()) done = delete_documents(path, taken_back);
  if (!done) return done.error();
  return name;
}

// The published segments without the documents that are replaced or removed. A segment that
// loses some is copied first: nobody may see it without them before the new ones are there.
Result<std::vector<std::string>> IndexWriter::State::kept_segments() {
  for (const auto& [term, document] : queued) {
    if (document.replaces) {
      removed[document.replaces->segment].insert(document.replaces->document);
    }
  }
  std::vector<std::string> names;
  for (std::size_t i = 0; i < published.segments(); ++i) {
    const std::string& name = directory.segments()[i];
    const auto losses = removed.find(i);
    if (losses == removed.end()) {
      // An empty segment is only there for want of others.
      if (count_documents(published.segment(i)) > 0 || last_document == 0) names.push_back(name);
    } else if (losses->second.size() < count_documents(published.segment(i))) {
      Result<std::string> copy = copy_without(name, losses->second);
      if (!copy) return copy.error();
      names.push_back(std::move(*copy));
    }
  }
  return names;
}

Result<std::string> IndexWriter::State::copy_without(const std::string& segment,
                                                     const std::set<Xapian::docid>& documents) {
  std::string name = directory.new_segment();
  const std::string path = directory.path_of(name);
  Result<void> done = copy_segment(directory.path_of(segment), path);
  if (done) done = delete_documents(path, {documents.begin(), documents.end()});
  if (!done) return done.error();
  return name;
}

Result<void> IndexWriter::State::merge_some(std::vector<std::string>& names) {
  std::vector<std::uint64_t> bytes;
  for (const std::string& name : names) bytes.push_back(segment_bytes(directory.path_of(name)));
  const std::size_t first = first_to_merge(bytes);
  if (first == names.size()) return {};
  const auto begin = names.begin() + static_cast<std::ptrdiff_t>(first);
  Result<std::string> merged = merge({begin, names.end()});
  if (!merged) return merged.error();
  names.erase(begin, names.end());
  names.push_back(std::move(*merged));
  return {};
}

Result<std::string> IndexWriter::State::merge(const std::vector<std::string>& names) {
  std::vector<std::string> paths;
  for (const std::string& name : names) paths.push_back(directory.path_of(name));
  std::string name = directory.new_segment();
  if (Result<void> done = merge_segments(paths, directory.path_of(name)); !done) {
    return done.error();
  }
  return name;
}

}  // namespace dragoman
