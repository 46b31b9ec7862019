// dragoman-index: files -> index. Exit 0 all done, 1 some inputs skipped, 2 failed.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string>
#include <utility>

#include <unistd.h>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/schema.h"
#include "options.h"

namespace {

using namespace dragoman;

constexpr int kAllDone = 0;
constexpr int kSomeSkipped = 1;
constexpr int kFailed = 2;

volatile std::sig_atomic_t interrupted = 0;

// The first signal ends reading, and what was read is published; the second one kills.
void catch_signals() {
  struct sigaction action = {};
  action.sa_handler = [](int) { interrupted = 1; };
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

int complain(const Error& error) {
  std::fprintf(stderr, "dragoman-index: %s\n", error.message.c_str());
  if (!error.hint.empty()) std::fprintf(stderr, "dragoman-index: hint: %s\n", error.hint.c_str());
  return kFailed;
}

// A line on a terminal that is drawn again a few times a second.
class Progress {
 public:
  Progress(bool shown, std::uint64_t total) : shown_(shown), total_(total) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

  void advance(std::uint64_t bytes) {
    done_ += bytes;
    if (!shown_ || seconds() < next_) return;
    next_ = seconds() + 0.2;
    draw();
  }

  void clear() {
    if (drawn_) std::fputs("\r\x1b[K", stderr);
    drawn_ = false;
  }

 private:
  void draw() {
    constexpr double kMega = 1e6;
    const double rate = static_cast<double>(done_) / seconds();
    std::fprintf(stderr, "\r\x1b[K");
    if (total_ > 0) {
      const double share = std::min(1.0, static_cast<double>(done_) / static_cast<double>(total_));
      constexpr int kWidth = 30;
      const int full = static_cast<int>(share * kWidth);
      std::fputc('[', stderr);
      for (int i = 0; i < kWidth; ++i) std::fputc(i < full ? '#' : '.', stderr);
      const double left = rate > 0 ? static_cast<double>(total_ - std::min(done_, total_)) / rate : 0;
      std::fprintf(stderr, "] %3d %%  %.1f MB/s  %d:%02d left", static_cast<int>(share * 100),
                   rate / kMega, static_cast<int>(left) / 60, static_cast<int>(left) % 60);
    } else {
      std::fprintf(stderr, "%.1f MB  %.1f MB/s", static_cast<double>(done_) / kMega, rate / kMega);
    }
    std::fflush(stderr);
    drawn_ = true;
  }

  bool shown_;
  bool drawn_ = false;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  double next_ = 0.2;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// Gives what is read to the writer; without one (--dry-run) only counts.
class Intake : public DocumentSink {
 public:
  Intake(IndexWriter* writer, Progress& progress) : writer_(writer), progress_(progress) {}

  bool document(Document document) override {
    if (writer_ == nullptr) {
      ++counted_.added;
      counted_.text_bytes += document.title.size() + document.body.size();
    } else if (Result<void> done = writer_->add(std::move(document)); !done) {
      error_ = done.error();
      return false;
    }
    return interrupted == 0;
  }

  void skipped(Skipped skipped) override {
    ++skipped_;
    progress_.clear();
    if (skipped.line > 0) skipped.input += ":" + std::to_string(skipped.line);
    std::fprintf(stderr, "dragoman-index: skipped %s: %s\n", skipped.input.c_str(),
                 skipped.reason.c_str());
  }

  void warning(Warning warning) override {
    progress_.clear();
    if (warning.line > 0) warning.input += ":" + std::to_string(warning.line);
    if (warning.offset) warning.input += ", byte " + std::to_string(*warning.offset);
    std::fprintf(stderr, "dragoman-index: warning: %s: %s\n", warning.input.c_str(),
                 warning.words.c_str());
  }

  void advanced(std::uint64_t bytes) override { progress_.advance(bytes); }

  const std::optional<Error>& error() const { return error_; }
  const WriteSummary& counted() const { return counted_; }
  std::uint64_t skipped_count() const { return skipped_; }

 private:
  IndexWriter* writer_;
  Progress& progress_;
  std::optional<Error> error_;
  WriteSummary counted_;
  std::uint64_t skipped_ = 0;
};

void print_summary(const IndexOptions& options, const WriteSummary& summary, std::uint64_t skipped,
                   double seconds) {
  const auto number = [](std::uint64_t n) { return static_cast<unsigned long long>(n); };
  const double megabytes = static_cast<double>(summary.text_bytes) / 1e6;
  const double rate = seconds > 0 ? megabytes / seconds : 0;
  if (options.json) {
    std::printf(
        "{\"added\":%llu,\"changed\":%llu,\"unchanged\":%llu,\"removed\":%llu,\"skipped\":%llu,"
        "\"text_bytes\":%llu,\"seconds\":%.3f,\"dry_run\":%s,\"interrupted\":%s}\n",
        number(summary.added), number(summary.changed), number(summary.unchanged),
        number(summary.removed), number(skipped), number(summary.text_bytes), seconds,
        options.dry_run ? "true" : "false", interrupted != 0 ? "true" : "false");
  } else if (options.dry_run) {
    std::printf("dry run: %llu documents read, %llu skipped; %.1f MB, %.1f MB/s\n",
                number(summary.added), number(skipped), megabytes, rate);
  } else {
    std::printf(
        "%llu added, %llu changed, %llu unchanged, %llu removed, %llu skipped; %.1f MB, %.1f MB/s\n",
        number(summary.added), number(summary.changed), number(summary.unchanged),
        number(summary.removed), number(skipped), megabytes, rate);
  }
}

int run(const IndexOptions& options) {
  std::optional<IndexWriter> writer;
  if (!options.dry_run) {
    Result<IndexWriter> opened = IndexWriter::open(options.db, options.write);
    if (!opened) return complain(opened.error());
    writer.emplace(std::move(*opened));
  }
  catch_signals();
  const bool terminal = !options.quiet && isatty(STDERR_FILENO) != 0;
  Progress progress(terminal, terminal ? input_bytes(options.inputs) : 0);
  Intake intake(writer ? &*writer : nullptr, progress);
  read_inputs(options.inputs, options.read, intake);
  progress.clear();
  if (intake.error()) return complain(*intake.error());

  WriteSummary summary = intake.counted();
  if (writer) {
    const Result<WriteSummary> done = writer->commit();
    if (!done) return complain(done.error());
    summary = *done;
  }
  if (options.json || !options.quiet) {
    print_summary(options, summary, intake.skipped_count(), progress.seconds());
    if (std::fflush(stdout) != 0) return complain({Errc::kUnreadable, "cannot write the summary", ""});
  }
  if (interrupted != 0) {
    std::fprintf(stderr, "dragoman-index: interrupted; what was read until then is indexed\n");
    return kSomeSkipped;
  }
  return intake.skipped_count() > 0 ? kSomeSkipped : kAllDone;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Result<IndexOptions> options = parse_index_options(argc, argv);
    if (!options) return complain(options.error());
    if (options->help) {
      std::fputs(index_help().c_str(), stdout);
      return kAllDone;
    }
    if (options->version) {
#ifndef DRAGOMAN_VERSION
#define DRAGOMAN_VERSION "unreleased"
#endif
      std::printf("dragoman-index %s (schema %s, analyzer %s)\n", DRAGOMAN_VERSION,
                  std::string(kSchemaVersion).c_str(), std::string(kAnalyzerVersion).c_str());
      return kAllDone;
    }
    return run(*options);
  } catch (const std::exception& error) {
    return complain({Errc::kIndexIo, error.what(), ""});
  }
}
