#include "index_directory.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "dragoman/index_stub.h"
#include "index_snapshot.h"

namespace dragoman {

namespace fs = std::filesystem;

namespace {

constexpr const char* kNewStub = "XAPIANDB.new";
constexpr const char* kLock = "dragoman.lock";
constexpr std::string_view kBuild = "build-";
constexpr std::chrono::milliseconds kLockPoll(20);

std::string reason() { return std::strerror(errno); }

std::string numbered(std::string_view prefix, std::uint64_t number) {
  char digits[24];
  std::snprintf(digits, sizeof digits, "%06llu", static_cast<unsigned long long>(number));
  return std::string(prefix) + digits;
}

// What an interrupted run may have left, and nothing else would be called.
bool is_ours(const std::string& name) {
  return name == kLock || name == kFiles || name == kNewStub || name.rfind(kBuild, 0) == 0 ||
         is_segment_name(std::string_view(name).substr(0, name.find("-part-")));
}

Result<void> sync_path(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return Error{Errc::kIndexIo, "cannot open " + path + ": " + reason(), ""};
  const bool good = ::fsync(file) == 0;
  const std::string why = good ? "" : reason();
  ::close(file);
  if (!good) return Error{Errc::kIndexIo, "cannot write " + path + " to disk: " + why, ""};
  return {};
}

// The files of a segment, then the segment itself.
Result<void> sync_segment(const std::string& path) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
    if (Result<void> done = sync_path(entry.path().string()); !done) return done;
  }
  if (error) return Error{Errc::kIndexIo, "cannot list " + path + ": " + error.message(), ""};
  return sync_path(path);
}

Result<void> write_durably(const std::string& path, const std::string& content) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return Error{Errc::kIndexIo, "cannot write " + path + ": " + reason(), ""};
  std::string_view rest = content;
  bool good = true;
  while (good && !rest.empty()) {
    const ssize_t bytes = ::write(file, rest.data(), rest.size());
    if (bytes > 0) rest.remove_prefix(static_cast<std::size_t>(bytes));
    good = bytes > 0 || (bytes < 0 && errno == EINTR);
  }
  good = good && ::fsync(file) == 0;
  const std::string why = good ? "" : reason();
  ::close(file);
  if (!good) return Error{Errc::kIndexIo, "cannot write " + path + ": " + why, ""};
  return {};
}

// Who wrote its name into a lock that is held.
std::string holder_of(int lock) {
  char line[300];
  const ssize_t bytes = ::pread(lock, line, sizeof line, 0);
  std::string who(line, bytes > 0 ? static_cast<std::size_t>(bytes) : 0);
  who = who.substr(0, who.find('\n'));
  return who.empty() ? "another process" : who;
}

Error locked(const std::string& directory, int lock, std::chrono::milliseconds waited) {
  std::string message = directory + " is being written to by " + holder_of(lock);
  if (waited.count() > 0) {
    const double seconds = std::chrono::duration<double>(waited).count();
    char words[60];
    std::snprintf(words, sizeof words, ", after %g seconds still", seconds);
    message += words;
  }
  return {Errc::kLocked, std::move(message),
          "wait until that process has ended, with --lock-timeout SECONDS if you like, or stop it"};
}

// Its content only serves another process's message: failing to write it is no harm.
void sign(int lock) {
  char host[256] = "";
  ::gethostname(host, sizeof host - 1);
  const std::string line = "process " + std::to_string(::getpid()) + " on " + host + "\n";
  if (::ftruncate(lock, 0) == 0) (void)!::pwrite(lock, line.data(), line.size(), 0);
}

// The locked file's descriptor. Errors: kLocked, kUnreadable.
Result<int> take_lock(const std::string& directory, std::chrono::milliseconds timeout) {
  using Clock = std::chrono::steady_clock;
  const std::string path = directory + "/" + kLock;
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return Error{Errc::kUnreadable, "cannot write " + path + ": " + reason(), ""};
  const std::string refused = "cannot lock " + path + ": ";
  const Clock::time_point end = Clock::now() + timeout;
  while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) {
      const std::string why = reason();
      ::close(file);
      return Error{Errc::kUnreadable, refused + why, ""};
    }
    if (Clock::now() >= end) {
      const Error error = locked(directory, file, timeout);
      ::close(file);
      return error;
    }
    std::this_thread::sleep_for(kLockPoll);
  }
  sign(file);
  return file;
}

// Errors: kNotAnIndex, kUnreadable.
Result<void> make_or_recognize(const std::string& path) {
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_directory(path, error)) {
    return not_an_index(path, "it is a file");
  }
  fs::create_directories(path, error);
  if (error) {
    return Error{Errc::kUnreadable, "cannot make " + path + ": " + error.message(), ""};
  }
  if (fs::exists(path + "/" + kStub, error)) {
    const Result<Published> stub = read_stub(path);
    return stub ? Result<void>() : stub.error();
  }
  fs::directory_iterator entries(path, error);
  if (error) return Error{Errc::kUnreadable, "cannot read " + path + ": " + error.message(), ""};
  for (const fs::directory_entry& entry : entries) {
    if (!is_ours(entry.path().filename().string())) {
      return not_an_index(path, "it holds other files");
    }
  }
  return {};
}

}  // namespace

Result<IndexDirectory> IndexDirectory::open(const std::string& path,
                                            std::chrono::milliseconds lock_timeout) {
  if (Result<void> good = make_or_recognize(path); !good) return good.error();
  const Result<int> lock = take_lock(path, lock_timeout);
  if (!lock) return lock.error();
  IndexDirectory directory(path, *lock);
  // Only now is the stub nobody else's to change.
  std::error_code error;
  if (fs::exists(path + "/" + kStub, error)) {
    Result<Published> stub = read_stub(path);
    if (!stub) return stub.error();
    for (const std::string& name : stub->segments) {
      const Result<Xapian::Database> segment = open_segment(directory.path_of(name));
      if (!segment) return segment.error();
      directory.last_segment_ = std::max<std::uint64_t>(
          directory.last_segment_, std::strtoull(name.c_str() + kSegment.size(), nullptr, 10));
    }
    directory.published_ = std::move(*stub);
  }
  directory.remove_leftovers();
  return directory;
}

IndexDirectory::~IndexDirectory() {
  if (lock_ >= 0) ::close(lock_);
}

IndexDirectory::IndexDirectory(IndexDirectory&& other) noexcept
    : path_(std::move(other.path_)),
      lock_(std::exchange(other.lock_, -1)),
      published_(std::move(other.published_)),
      last_segment_(other.last_segment_),
      last_build_(other.last_build_) {}

IndexDirectory& IndexDirectory::operator=(IndexDirectory&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(lock_, other.lock_);
  std::swap(published_, other.published_);
  std::swap(last_segment_, other.last_segment_);
  std::swap(last_build_, other.last_build_);
  return *this;
}

std::string IndexDirectory::new_segment() { return numbered(kSegment, ++last_segment_); }

std::string IndexDirectory::new_build() { return path_of(numbered(kBuild, ++last_build_)); }

Result<void> IndexDirectory::publish(std::vector<std::string> segments) {
  Published next{generation() + 1, std::move(segments)};
  std::string stub;
  stub.append(kGenerationLine).append(std::to_string(next.generation)).append("\n");
  for (const std::string& name : next.segments) {
    stub.append(kStubLine).append(name).append("\n");
    if (is_published(name)) continue;
    if (Result<void> done = sync_segment(path_of(name)); !done) return done;
  }
  if (Result<void> done = sync_path(path_); !done) return done;
  if (Result<void> done = write_durably(path_of(kNewStub), stub); !done) return done;
  if (std::rename(path_of(kNewStub).c_str(), path_of(kStub).c_str()) != 0) {
    return Error{Errc::kIndexIo, "cannot rename " + path_of(kNewStub) + ": " + reason(), ""};
  }
  published_ = std::move(next);
  if (Result<void> done = sync_path(path_); !done) return done;
  remove_leftovers();
  return {};
}

bool IndexDirectory::is_published(const std::string& name) const {
  return std::find(segments().begin(), segments().end(), name) != segments().end();
}

void IndexDirectory::remove_leftovers() {
  std::error_code error;
  std::vector<fs::path> leftovers;
  for (const fs::directory_entry& entry : fs::directory_iterator(path_, error)) {
    const std::string name = entry.path().filename().string();
    if (name == kLock || name == kFiles || !is_ours(name) || is_published(name)) continue;
    leftovers.push_back(entry.path());
  }
  // What cannot be removed now is tried again by the next writer.
  for (const fs::path& leftover : leftovers) fs::remove_all(leftover, error);
}

}  // namespace dragoman
