// dragoman-index: files -> index. Exit 0 all done, 1 some inputs skipped, 2 failed.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <utility>

#include <unistd.h>

#include "directory_watch.h"
#include "dragoman/analyzers/analyzer.h"
#include "dragoman/indexer/housekeeping.h"
#include "dragoman/schema.h"
#include "intake.h"
#include "options.h"
#include "progress.h"
#include "readers/input_name.h"
#include "report_text.h"

namespace {

using namespace dragoman;

constexpr int kAllDone = 0;
constexpr int kSomeSkipped = 1;
constexpr int kFailed = 2;
constexpr std::chrono::milliseconds kLockSlice(200);

volatile std::sig_atomic_t interrupted = 0;

bool is_interrupted() { return interrupted != 0; }

// The first signal ends reading, and what was read is published; the second one kills.
void catch_signals() {
  struct sigaction action = {};
  action.sa_handler = [](int) { interrupted = 1; };
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

// What is too large for a limit is an error of the write, in words, and a closed pipe too.
void ignore_signals() {
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGIO, SIG_IGN);  // somebody opens a file that is_being_written() looks at
}

void say(const std::string& words) {
  std::fprintf(stderr, "dragoman-index: %s\n", displayed_name(words).c_str());
}

int complain(const Error& error) {
  say(error.message);
  if (!error.hint.empty()) say("hint: " + error.hint);
  return kFailed;
}

int print(const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return kAllDone;
  return complain({Errc::kUnreadable, "cannot write to standard output", ""});
}

// Who watches has time: it waits for the lock until a signal.
Result<IndexWriter> open_writer(const IndexOptions& options) {
  WriteOptions at_once = options.write;
  at_once.lock_timeout = std::chrono::milliseconds(0);
  Result<IndexWriter> writer = IndexWriter::open(options.db, at_once);
  const bool watching = options.task == IndexTask::kWatch;
  const auto is_locked = [&] { return !writer && writer.error().code == Errc::kLocked; };
  if (!is_locked() || (!watching && options.write.lock_timeout.count() == 0)) return writer;
  if (!options.quiet) say(writer.error().message + "; waiting");
  if (!watching) return IndexWriter::open(options.db, options.write);
  at_once.lock_timeout = kLockSlice;
  while (is_locked() && !is_interrupted()) writer = IndexWriter::open(options.db, at_once);
  return writer;
}

// One run over some inputs: from reading to the commit, and the summary.
class Run {
 public:
  explicit Run(const IndexOptions& options)
      : options_(options), shown_(!options.quiet && isatty(STDERR_FILENO) != 0) {}

  // An exit status.
  int index(const std::vector<std::string>& inputs, bool prune) {
    std::optional<IndexWriter> writer;
    if (!options_.dry_run) {
      Result<IndexWriter> opened = open_writer(options_);
      if (!opened) return complain(opened.error());
      writer.emplace(std::move(*opened));
    }
    Progress progress(shown_ ? input_bytes(inputs) : 0);
    Intake intake(writer ? &*writer : nullptr, reading_key(options_.read), hooks(progress));
    if (writer && prune) {
      if (Result<void> done = writer->prune(options_.inputs); !done) return complain(done.error());
    }
    read_inputs(inputs, options_.read, intake);
    draw(progress.clear());
    if (intake.error()) return complain(*intake.error());
    return finish(writer, intake, progress);
  }

 private:
  IntakeHooks hooks(Progress& progress) const {
    return {[this, &progress](const std::string& words) {
              draw(progress.clear());
              say(words);
            },
            [this, &progress](std::uint64_t bytes) {
              if (shown_) draw(progress.advance(bytes));
            },
            is_interrupted,
            [this](const std::string& path) {
              return options_.task != IndexTask::kWatch || !is_being_written(path);
            }};
  }

  static void draw(const std::string& text) {
    if (text.empty()) return;
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
  }

  int finish(std::optional<IndexWriter>& writer, const Intake& intake,
             const Progress& progress) const {
    WriteSummary summary = intake.counted();
    if (writer) {
      const Result<WriteSummary> done = writer->commit();
      if (!done) return complain(done.error());
      summary = *done;
    }
    if (options_.json || !options_.quiet) {
      const RunReport report{summary, intake.skipped_count(), progress.seconds(), options_.dry_run,
                             is_interrupted()};
      const int status = print(options_.json ? run_json(report) : run_text(report));
      if (status != kAllDone) return status;
    }
    return intake.skipped_count() > 0 ? kSomeSkipped : kAllDone;
  }

  const IndexOptions& options_;
  bool shown_;
};

int index(const IndexOptions& options) {
  catch_signals();
  const int status = Run(options).index(options.inputs, options.prune);
  if (status == kFailed || !is_interrupted()) return status;
  say("interrupted; what was read until then is indexed");
  return kSomeSkipped;
}

// Indexes what is there, then what comes, until a signal.
int watch(const IndexOptions& options) {
  Result<DirectoryWatch> opened = DirectoryWatch::open(options.inputs);
  if (!opened) return complain(opened.error());
  catch_signals();
  int status = Run(options).index(options.inputs, options.prune);
  while (status != kFailed && !is_interrupted()) {
    const Result<Arrivals> arrivals = opened->wait(is_interrupted);
    if (!arrivals) return complain(arrivals.error());
    const bool pruned = options.prune && arrivals->gone;
    if (arrivals->files.empty() && !arrivals->lost && !pruned) continue;
    const auto& inputs = arrivals->lost ? options.inputs : arrivals->files;
    const int now = Run(options).index(inputs, options.prune);
    status = std::max(status, now);
  }
  return status;
}

int print_stats(const IndexOptions& options) {
  const Result<IndexReport> report = describe_index(options.db);
  if (!report) return complain(report.error());
  return print(options.json ? report_json(*report) : report_text(*report));
}

int check(const IndexOptions& options) {
  const Result<CheckReport> report = check_index(options.db);
  if (!report) return complain(report.error());
  for (const std::string& problem : report->problems) say(problem);
  if (!report->problems.empty()) {
    say(options.db + " is damaged");
    say("hint: index the files again into a new directory");
    return kFailed;
  }
  return options.quiet ? kAllDone : print(check_text(*report));
}

int compact(const IndexOptions& options) {
  const Result<IndexReport> before = describe_index(options.db);
  if (!before) return complain(before.error());
  Result<IndexWriter> writer = open_writer(options);
  if (!writer) return complain(writer.error());
  if (Result<void> done = writer->compact(); !done) return complain(done.error());
  const Result<IndexReport> after = describe_index(options.db);
  if (!after) return complain(after.error());
  return options.quiet ? kAllDone : print(compact_text(*before, *after));
}

int export_documents(const IndexOptions& options) {
  bool written = true;
  const Result<std::uint64_t> done = export_index(options.db, [&written](std::string_view line) {
    written = std::fwrite(line.data(), 1, line.size(), stdout) == line.size();
    return written;
  });
  if (!done) return complain(done.error());
  return written ? print("") : complain({Errc::kUnreadable, "cannot write to standard output", ""});
}

int run(const IndexOptions& options) {
  switch (options.task) {
    case IndexTask::kIndex:
      return index(options);
    case IndexTask::kWatch:
      return watch(options);
    case IndexTask::kStats:
      return print_stats(options);
    case IndexTask::kCheck:
      return check(options);
    case IndexTask::kCompact:
      return compact(options);
    case IndexTask::kExport:
      return export_documents(options);
  }
  return kFailed;
}

}  // namespace

int main(int argc, char** argv) {
  ignore_signals();
  try {
    const Result<IndexOptions> options = parse_index_options(argc, argv);
    if (!options) return complain(options.error());
    if (options->help) return print(help_text(index_page()));
    if (!options->generate.empty()) {
      const Result<std::string> text = generated(index_page(), options->generate);
      return text ? print(*text) : complain(text.error());
    }
    if (options->version) {
      std::printf("dragoman-index %s (schema %s, analyzer %s)\n", DRAGOMAN_VERSION,
                  std::string(kSchemaVersion).c_str(), std::string(kAnalyzerVersion).c_str());
      return kAllDone;
    }
    return run(*options);
  } catch (const std::exception& error) {
    return complain({Errc::kIndexIo, error.what(), ""});
  }
}
