#include "index_directory.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "dragoman/index_stub.h"

namespace dragoman {

namespace fs = std::filesystem;

namespace {

constexpr const char* kNewStub = "XAPIANDB.new";
constexpr const char* kLock = "dragoman.lock";
constexpr std::string_view kBuild = "build-";

std::string reason() { return std::strerror(errno); }

std::string numbered(std::string_view prefix, std::uint64_t number) {
  char digits[24];
  std::snprintf(digits, sizeof digits, "%06llu", static_cast<unsigned long long>(number));
  return std::string(prefix) + digits;
}

// What an interrupted run may have left, and nothing else would be called.
bool is_ours(const std::string& name) {
  return name == kLock || name == kNewStub || name.rfind(kBuild, 0) == 0 ||
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

// The locked file's descriptor. Errors: kLocked, kUnreadable.
Result<int> take_lock(const std::string& directory) {
  const std::string path = directory + "/" + kLock;
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return Error{Errc::kUnreadable, "cannot write " + path + ": " + reason(), ""};
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    const int why = errno;
    char holder[300];
    const ssize_t bytes = ::pread(file, holder, sizeof holder, 0);
    ::close(file);
    if (why != EWOULDBLOCK) {
      return Error{Errc::kUnreadable, "cannot lock " + path + ": " + std::strerror(why), ""};
    }
    std::string who(holder, bytes > 0 ? static_cast<std::size_t>(bytes) : 0);
    who = who.substr(0, who.find('\n'));
    if (who.empty()) who = "another process";
    return Error{Errc::kLocked, directory + " is being written to by " + who,
                 "wait until that process has ended, or stop it"};
  }
  char host[256] = "";
  ::gethostname(host, sizeof host - 1);
  const std::string line = "process " + std::to_string(::getpid()) + " on " + host + "\n";
  // The content only serves another process's message: failing to write it is no harm.
  if (::ftruncate(file, 0) == 0) (void)!::pwrite(file, line.data(), line.size(), 0);
  return file;
}

}  // namespace

Result<IndexDirectory> IndexDirectory::open(const std::string& path) {
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_directory(path, error)) {
    return not_an_index(path, "it is a file");
  }
  fs::create_directories(path, error);
  if (error) {
    return Error{Errc::kUnreadable, "cannot make " + path + ": " + error.message(), ""};
  }
  const bool has_stub = fs::exists(path + "/" + kStub, error);
  if (has_stub) {
    if (const Result<std::vector<std::string>> stub = read_stub(path); !stub) return stub.error();
  } else {
    fs::directory_iterator entries(path, error);
    if (error) {
      return Error{Errc::kUnreadable, "cannot read " + path + ": " + error.message(), ""};
    }
    for (const fs::directory_entry& entry : entries) {
      if (!is_ours(entry.path().filename().string())) {
        return not_an_index(path, "it holds other files");
      }
    }
  }

  const Result<int> lock = take_lock(path);
  if (!lock) return lock.error();
  IndexDirectory directory(path, *lock);
  // Only now is the stub nobody else's to change.
  if (fs::exists(path + "/" + kStub, error)) {
    Result<std::vector<std::string>> stub = read_stub(path);
    if (!stub) return stub.error();
    for (const std::string& name : *stub) {
      if (Result<void> good = check_segment(directory.path_of(name)); !good) return good.error();
      directory.last_segment_ = std::max<std::uint64_t>(
          directory.last_segment_, std::strtoull(name.c_str() + kSegment.size(), nullptr, 10));
    }
    directory.segments_ = std::move(*stub);
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
      segments_(std::move(other.segments_)),
      last_segment_(other.last_segment_),
      last_build_(other.last_build_) {}

IndexDirectory& IndexDirectory::operator=(IndexDirectory&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(lock_, other.lock_);
  std::swap(segments_, other.segments_);
  std::swap(last_segment_, other.last_segment_);
  std::swap(last_build_, other.last_build_);
  return *this;
}

std::string IndexDirectory::new_segment() { return numbered(kSegment, ++last_segment_); }

std::string IndexDirectory::new_build() { return path_of(numbered(kBuild, ++last_build_)); }

Result<void> IndexDirectory::publish(std::vector<std::string> segments) {
  std::string stub;
  for (const std::string& name : segments) {
    stub.append(kStubLine).append(name).append("\n");
    if (std::find(segments_.begin(), segments_.end(), name) != segments_.end()) continue;
    if (Result<void> done = sync_segment(path_of(name)); !done) return done;
  }
  if (Result<void> done = sync_path(path_); !done) return done;
  if (Result<void> done = write_durably(path_of(kNewStub), stub); !done) return done;
  if (std::rename(path_of(kNewStub).c_str(), path_of(kStub).c_str()) != 0) {
    return Error{Errc::kIndexIo, "cannot rename " + path_of(kNewStub) + ": " + reason(), ""};
  }
  segments_ = std::move(segments);
  if (Result<void> done = sync_path(path_); !done) return done;
  remove_leftovers();
  return {};
}

void IndexDirectory::remove_leftovers() {
  std::error_code error;
  std::vector<fs::path> leftovers;
  for (const fs::directory_entry& entry : fs::directory_iterator(path_, error)) {
    const std::string name = entry.path().filename().string();
    if (name == kLock || !is_ours(name)) continue;
    if (std::find(segments_.begin(), segments_.end(), name) == segments_.end()) {
      leftovers.push_back(entry.path());
    }
  }
  // What cannot be removed now is tried again by the next writer.
  for (const fs::path& leftover : leftovers) fs::remove_all(leftover, error);
}

}  // namespace dragoman
