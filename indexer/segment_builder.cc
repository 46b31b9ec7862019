#include "segment_builder.h"

#include <algorithm>
#include <filesystem>

#include "document_terms.h"
#include "dragoman/schema.h"
#include "early_writeback.h"
#include "live_documents.h"
#include "xapian_guard.h"

namespace dragoman {

namespace fs = std::filesystem;

namespace {

Xapian::WritableDatabase new_segment(const std::string& path) {
  return Xapian::WritableDatabase(
      path, Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
}

void finish(Xapian::WritableDatabase& segment) {
  segment.set_metadata(kSchemaKey, std::string(kSchemaVersion));
  segment.set_metadata(kAnalyzerKey, std::string(kAnalyzerVersion));
  segment.commit();
}

// Where a document came from and what it is a copy of.
void add_origin(const PendingDocument& pending, Xapian::Document& out) {
  if (pending.file != 0) {
    out.add_boolean_term(make_term(kFilePrefix, std::to_string(pending.file)));
  }
  const CopyMarks& copies = pending.copies;
  if (copies.group.empty()) return;
  out.add_value(kGroupSlot, copies.group);
  out.add_value(kFingerprintSlot, copies.fingerprint);
  if (copies.copy_of.empty()) return;
  out.add_value(kCopyOfSlot, copies.copy_of);
  out.add_boolean_term(make_term(kGroupPrefix, copies.group));
}

}  // namespace

Result<void> build_segment(const std::string& path, const std::vector<PendingDocument>& documents,
                           Analyzer& analyzer) {
  return guard_xapian("cannot build the segment " + path, [&] {
    Xapian::WritableDatabase segment = new_segment(path);
    TermTable terms;
    for (const PendingDocument& pending : documents) {
      const std::string text = analyzed_text(pending.document);
      const Analysis& analysis =
          analyzer.analyze(text, pending.document.lang, pending.document.date);
      Xapian::Document made =
          make_xapian_document(pending.document, pending.hash, text, analysis, terms);
      add_origin(pending, made);
      segment.add_document(made);
    }
    finish(segment);
  });
}

Result<void> build_empty_segment(const std::string& path) {
  return guard_xapian("cannot build the segment " + path, [&] {
    Xapian::WritableDatabase segment = new_segment(path);
    finish(segment);
  });
}

std::uint64_t segment_bytes(const std::string& path) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
    std::error_code ignored;
    const std::uintmax_t size = entry.file_size(ignored);
    if (!ignored) bytes += size;
  }
  return bytes;
}

Result<void> merge_segments(const std::vector<std::string>& sources, const std::string& path) {
  std::vector<std::string> left = sources;
  std::vector<std::string> made;  // intermediate results
  const auto merge = [](const auto first, const auto last, const std::string& to) {
    Xapian::Database all;
    for (auto source = first; source != last; ++source) {
      all.add_database(Xapian::Database(*source));
    }
    all.compact(to, Xapian::Compactor::FULL);
  };
  return guard_xapian("cannot merge segments into " + path, [&] {
    while (left.size() > kMergeWidth) {
      std::vector<std::string> wider;
      for (std::size_t i = 0; i < left.size(); i += kMergeWidth) {
        const std::string to = path + "-part-" + std::to_string(made.size());
        const std::size_t end = std::min(left.size(), i + kMergeWidth);
        merge(left.begin() + static_cast<std::ptrdiff_t>(i),
              left.begin() + static_cast<std::ptrdiff_t>(end), to);
        made.push_back(to);
        wider.push_back(to);
      }
      left = std::move(wider);
    }
    const EarlyWriteback early(path);
    merge(left.begin(), left.end(), path);
    for (const std::string& part : made) fs::remove_all(part);
  });
}

Result<void> delete_documents(const std::string& path,
                              const std::vector<Xapian::docid>& documents) {
  return guard_xapian("cannot remove documents from " + path, [&] {
    Xapian::WritableDatabase segment(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    const bool leaves_one = !documents.empty() && !has_placeholder(segment);
    for (const Xapian::docid document : documents) segment.delete_document(document);
    if (leaves_one) leave_placeholder(segment, documents.front());
    segment.commit();
  });
}

Result<void> copy_segment(const std::string& from, const std::string& to) {
  return guard_xapian("cannot copy the segment " + from,
                      [&] { fs::copy(from, to, fs::copy_options::recursive); });
}

}  // namespace dragoman
