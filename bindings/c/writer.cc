#include <algorithm>
#include <nlohmann/json.hpp>

#include "dragoman/indexer/index_writer.h"
#include "dragoman/indexer/reader.h"
#include "guard.h"

struct dragoman_writer {
  dragoman::IndexWriter writer;
};

namespace {

using namespace dragoman;
using nlohmann::ordered_json;

std::string line_of(const ordered_json& json) {
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

// Documents go to the writer, what could not be read to the report.
class Intake : public DocumentSink {
 public:
  explicit Intake(IndexWriter& writer) : writer_(writer) {}

  bool document(Document document) override {
    done_ = writer_.add(std::move(document));
    if (done_) ++documents_;
    return done_.has_value();
  }
  void skipped(Skipped skipped) override {
    skipped_.push_back({{"line", skipped.line}, {"reason", skipped.reason}});
  }
  void advanced(std::uint64_t) override {}

  const Result<void>& done() const { return done_; }
  std::string report() const { return line_of({{"documents", documents_}, {"skipped", skipped_}}); }

 private:
  IndexWriter& writer_;
  Result<void> done_;
  std::uint64_t documents_ = 0;
  ordered_json skipped_ = ordered_json::array();
};

Result<ReadOptions> reading(const char* format) {
  ReadOptions options;
  if (format == nullptr) return options;
  options.format = format;
  const std::vector<std::string_view> known = format_names();
  if (std::find(known.begin(), known.end(), format) != known.end()) return options;
  return Error{Errc::kUsage, "unknown format " + options.format,
               "dragoman-index --help names them"};
}

std::string summary_json(const WriteSummary& summary) {
  return line_of({{"added", summary.added},
                  {"changed", summary.changed},
                  {"moved", summary.moved},
                  {"unchanged", summary.unchanged},
                  {"removed", summary.removed},
                  {"text_bytes", summary.text_bytes}});
}

}  // namespace

dragoman_status dragoman_writer_open(const char* path, unsigned jobs, dragoman_writer** writer) {
  return c::guarded(writer, [&]() -> Result<void> {
    if (path == nullptr) return c::missing("path");
    if (writer == nullptr) return c::missing("writer");
    WriteOptions options;
    options.jobs = jobs;
    Result<IndexWriter> opened = IndexWriter::open(path, options);
    if (!opened) return opened.error();
    *writer = new dragoman_writer{std::move(*opened)};
    return {};
  });
}

void dragoman_writer_close(dragoman_writer* writer) { delete writer; }

dragoman_status dragoman_writer_add(dragoman_writer* writer, const char* bytes, size_t length,
                                    const char* format, const char* name, char** report) {
  return c::guarded(report, [&]() -> Result<void> {
    if (writer == nullptr) return c::missing("writer");
    if (bytes == nullptr && length > 0) return c::missing("bytes");
    const Result<ReadOptions> options = reading(format);
    if (!options) return options.error();
    Intake intake(writer->writer);
    read_bytes(std::string(bytes, length), name == nullptr ? "document" : name, *options, intake);
    if (!intake.done()) return intake.done();
    if (report != nullptr) *report = c::copy(intake.report());
    return {};
  });
}

dragoman_status dragoman_writer_commit(dragoman_writer* writer, char** summary) {
  return c::guarded(summary, [&]() -> Result<void> {
    if (writer == nullptr) return c::missing("writer");
    const Result<WriteSummary> done = writer->writer.commit();
    if (!done) return done.error();
    if (summary != nullptr) *summary = c::copy(summary_json(*done));
    return {};
  });
}
