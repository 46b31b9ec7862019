#include "dragoman/indexer/index_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

#include "content_hash.h"
#include "dragoman/schema.h"
#include "index_writer_state.h"
#include "xapian_guard.h"

namespace dragoman {
namespace {

unsigned job_count(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

// Says what to do when a disk or a quota is full, or a file too large.
Error advised(Error error) {
  if (!error.hint.empty()) return error;
  for (const int number : {ENOSPC, EDQUOT, EFBIG}) {
    if (error.message.find(std::strerror(number)) != std::string::npos) {
      error.hint = "free some space; what was committed before is still there";
    }
  }
  return error;
}

// Does `work` on a writer that did not fail before; what fails now is remembered.
template <typename State, typename Work>
auto guarded(State& state, const std::string& doing, Work&& work) {
  using Outcome = decltype(guard_xapian(doing, work));
  if (const std::optional<Error> error = state.factory.error(); error && !state.failed) {
    state.failed = advised(*error);
  }
  if (state.failed) return Outcome(*state.failed);
  Outcome done = guard_xapian(doing, std::forward<Work>(work));
  if (done) return done;
  state.failed = advised(done.error());
  return Outcome(*state.failed);
}

}  // namespace

IndexWriter::State::State(IndexDirectory opened, const WriteOptions& chosen)
    : directory(std::move(opened)),
      options(chosen),
      files(SeenFiles(directory.path_of(kFiles), directory.generation(),
                      [this] { return published.highest_file(); }),
            chosen.trust),
      factory(job_count(chosen.jobs)) {
  published.open(directory);
}

Result<void> IndexWriter::State::add(Document document) {
  std::string hash = content_hash(document);
  if (document.id.empty()) document.id = id_term(hash).substr(kIdPrefix.size());
  files.met(document.id);
  const std::string term = id_term(document.id);
  const bool own = had.tick(hash64(term));
  if (const auto earlier = queued.find(term); earlier != queued.end()) {
    files.shares_with(earlier->second.file);
    if (earlier->second.hash == hash) {
      ++summary.unchanged;
      return {};
    }
    take_back(earlier->second);
    queued.erase(earlier);
  }
  const std::optional<Place> place = published.find(term);
  if (!place) return queue(std::move(document), std::move(hash), place, &WriteSummary::added);
  const bool same = published.content_hash(*place) == hash;
  const bool stays = own || keeps_origin(*place);
  if (same && stays) {
    ++summary.unchanged;
    return {};
  }
  return queue(std::move(document), std::move(hash), place,
               same ? &WriteSummary::unchanged : &WriteSummary::changed);
}

// Whether a published document may go on belonging to the file it came from.
bool IndexWriter::State::keeps_origin(const Place& place) {
  if (files.number() == 0) return true;
  const FileNumber origin = published.file_of(place);
  if (origin == 0 || origin == files.number()) return true;
  files.shares_with(origin);
  return !files.is_leaving(origin);
}

void IndexWriter::State::take_back(const Queued& earlier) {
  taken_back.push_back(earlier.document);
  summary.text_bytes -= std::min(summary.text_bytes, earlier.text_bytes);
  std::uint64_t& count = summary.*earlier.counted;
  count -= std::min<std::uint64_t>(count, 1);
}

Result<void> IndexWriter::State::queue(Document document, std::string hash,
                                       const std::optional<Place>& place, Count counted) {
  const std::uint64_t bytes = document.title.size() + document.body.size();
  if (!batch.empty() &&
      (batch.size() >= options.segment_documents || batch_bytes + bytes > options.segment_bytes)) {
    if (Result<void> sent = send_batch(); !sent) return sent;
  }
  ++(summary.*counted);
  const std::uint64_t told_bytes = counted == &WriteSummary::unchanged ? 0 : bytes;
  summary.text_bytes += told_bytes;
  queued_bytes += bytes;
  batch_bytes += bytes;
  CopyMarks marks = place_among_copies(document, hash);
  queued.emplace(id_term(document.id),
                 Queued{hash, ++last_document, told_bytes, place, files.number(), counted});
  batch.push_back({std::move(document), std::move(hash), files.number(), std::move(marks)});
  return checkpoint_is_due() ? publish() : Result<void>();
}

CopyMarks IndexWriter::State::place_among_copies(const Document& document,
                                                 const std::string& hash) {
  if (!copies) {
    copies.emplace();
    published.tell(*copies);
  }
  return copies->place(document, hash);
}

Result<void> IndexWriter::State::send_batch() {
  batch_bytes = 0;
  return factory.add(directory.new_build(), std::exchange(batch, {}));
}

bool IndexWriter::State::checkpoint_is_due() const {
  return queued_bytes >= options.checkpoint_bytes ||
         last_document >= options.checkpoint_documents ||
         Clock::now() - published_at >= options.checkpoint_time;
}

FileState IndexWriter::State::begin_file(const InputFile& file) {
  had = IdTicks();
  added_before = summary.added;
  InputFiles::Begun begun = files.begin(file);
  if (begun.unchanged) summary.unchanged += begun.documents;
  if (begun.known) {
    std::vector<std::uint64_t> ids;
    published.each_of_file(files.number(), [&](const Place&, const std::string& id) {
      ids.push_back(hash64(id_term(id)));
    });
    had = IdTicks(std::move(ids));
  }
  return {begun.unchanged, std::move(begun.notes)};
}

void IndexWriter::State::end_file(std::vector<FileNote> notes) {
  const FileNumber file = files.number();
  const InputFiles::Vanished vanished = files.end(std::move(notes));
  if (vanished != InputFiles::Vanished::kStay && !had.all_ticked()) {
    std::uint64_t gone = remove_of_file(file, &had);
    if (vanished == InputFiles::Vanished::kMoved) {
      const std::uint64_t moved =
          std::min(gone, summary.added - std::min(summary.added, added_before));
      summary.added -= moved;
      summary.moved += moved;
      gone -= moved;
    }
    summary.removed += gone;
  }
  had = IdTicks();
}

std::uint64_t IndexWriter::State::remove_of_file(FileNumber file, const IdTicks* had_ids) {
  std::uint64_t count = 0;
  published.each_of_file(file, [&](const Place& place, const std::string& id) {
    const std::string term = id_term(id);
    if (had_ids != nullptr && !had_ids->left_unticked(hash64(term))) return;
    if (queued.contains(term)) return;  // it was replaced by another file's
    if (removed[place.segment].insert(place.document).second) ++count;
  });
  return count;
}

Result<IndexWriter> IndexWriter::open(const std::string& directory, const WriteOptions& options) {
  const auto open = [&]() -> Result<IndexWriter> {
    Result<IndexDirectory> opened = IndexDirectory::open(directory, options.lock_timeout);
    if (!opened) return opened.error();
    return IndexWriter(std::make_unique<State>(std::move(*opened), options));
  };
  Result<IndexWriter> writer = guard_xapian("cannot open " + directory, open);
  if (!writer) return advised(writer.error());
  return writer;
}

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;

IndexWriter& IndexWriter::operator=(IndexWriter&& other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

IndexWriter::~IndexWriter() {
  if (!state_) return;
  // The threads must have ended before what they write is removed under the lock.
  struct Cleaner {
    IndexDirectory directory;
    ~Cleaner() { directory.remove_leftovers(); }
  };
  const Cleaner cleaner{std::move(state_->directory)};
  state_.reset();
}

Result<void> IndexWriter::add(Document document) {
  return guarded(*state_, "cannot add document '" + document.id + "'",
                 [&] { return state_->add(std::move(document)); });
}

Result<FileState> IndexWriter::begin_file(const InputFile& file) {
  return guarded(*state_, "cannot remember " + file.name, [&] { return state_->begin_file(file); });
}

Result<void> IndexWriter::end_file(std::vector<FileNote> notes) {
  return guarded(*state_, "cannot remember a file", [&] { state_->end_file(std::move(notes)); });
}

Result<void> IndexWriter::prune(const std::vector<std::string>& inputs) {
  return guarded(*state_, "cannot look for files", [&] { state_->files.plan_pruning(inputs); });
}

Result<void> IndexWriter::compact() {
  return guarded(*state_, "cannot merge the index", [&] { return state_->compact(); });
}

Result<WriteSummary> IndexWriter::commit() {
  return guarded(*state_, "cannot write the index", [&] { return state_->commit(); });
}

}  // namespace dragoman
