#include "directory_watch.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace dragoman {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kQuiet(500);
constexpr milliseconds kLongest(5000);
constexpr milliseconds kSlice(200);  // how soon a request to stop is seen
constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                                  IN_CREATE | IN_ONLYDIR | IN_EXCL_UNLINK;

Error failure(const std::string& directory) {
  const int why = errno;
  const Errc code = why == ENOENT ? Errc::kNotFound : Errc::kUnreadable;
  return {code, "cannot watch " + directory + ": " + std::strerror(why),
          why == ENOSPC ? "raise fs.inotify.max_user_watches with sysctl" : ""};
}

std::string joined(const std::string& directory, const std::string& name) {
  return directory.ends_with('/') ? directory + name : directory + "/" + name;
}

bool is_under(const std::string& path, const std::string& directory) {
  return path.starts_with(directory) &&
         (path.size() == directory.size() || path[directory.size()] == '/');
}

}  // namespace

Result<DirectoryWatch> DirectoryWatch::open(const std::vector<std::string>& directories) {
  DirectoryWatch watch(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (watch.inotify_ < 0) return failure("directories");
  for (const std::string& directory : directories) {
    std::error_code error;
    if (fs::exists(directory, error) && !fs::is_directory(directory, error)) {
      return Error{Errc::kUsage, "--watch watches directories, and " + directory + " is none",
                   "give the directory that the file is in"};
    }
    if (Result<void> done = watch.add(directory); !done) return done.error();
  }
  watch.files_.clear();  // what is there already is the caller's to read
  return watch;
}

DirectoryWatch::~DirectoryWatch() {
  if (inotify_ >= 0) ::close(inotify_);
}

DirectoryWatch::DirectoryWatch(DirectoryWatch&& other) noexcept
    : inotify_(std::exchange(other.inotify_, -1)),
      directories_(std::move(other.directories_)),
      files_(std::move(other.files_)),
      gone_(other.gone_),
      lost_(other.lost_) {}

DirectoryWatch& DirectoryWatch::operator=(DirectoryWatch&& other) noexcept {
  std::swap(inotify_, other.inotify_);
  std::swap(directories_, other.directories_);
  std::swap(files_, other.files_);
  std::swap(gone_, other.gone_);
  std::swap(lost_, other.lost_);
  return *this;
}

// Watches a directory and all below it; files that are there and complete have arrived.
Result<void> DirectoryWatch::add(const std::string& directory) {
  const int watch = ::inotify_add_watch(inotify_, directory.c_str(), kEvents);
  if (watch < 0) return failure(directory);
  directories_[watch] = directory;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.')) continue;
    const std::string path = joined(directory, name);
    std::error_code ignored;
    if (entry.is_directory(ignored) && !entry.is_symlink(ignored)) {
      // It may be gone again by now, or not be ours to read.
      if (Result<void> done = add(path); !done && errno == ENOSPC) return done;
    } else if (entry.is_regular_file(ignored) && !is_being_written(path)) {
      files_.insert(path);
    }
  }
  return {};
}

void DirectoryWatch::forget(const std::string& directory) {
  for (auto at = directories_.begin(); at != directories_.end();) {
    if (is_under(at->second, directory)) {
      ::inotify_rm_watch(inotify_, at->first);
      at = directories_.erase(at);
    } else {
      ++at;
    }
  }
  std::erase_if(files_, [&](const std::string& file) { return is_under(file, directory); });
}

Result<Arrivals> DirectoryWatch::wait(const std::function<bool()>& stop) {
  Clock::time_point first, last;
  bool any = false;
  while (!stop()) {
    const Result<bool> came = read_events(kSlice);
    if (!came) return came.error();
    const Clock::time_point now = Clock::now();
    if (*came) {
      if (!any) first = now;
      last = now;
      any = true;
    }
    any = any || !files_.empty();
    const bool worth = !files_.empty() || gone_ || lost_;
    if (worth && (now - last >= kQuiet || now - first >= kLongest)) break;
  }
  if (stop()) return Arrivals();
  Arrivals arrivals{{files_.begin(), files_.end()}, gone_, lost_};
  files_.clear();
  gone_ = lost_ = false;
  return arrivals;
}

// Whether something happened that counts.
Result<bool> DirectoryWatch::read_events(milliseconds timeout) {
  pollfd ready{inotify_, POLLIN, 0};
  if (::poll(&ready, 1, static_cast<int>(timeout.count())) <= 0) return false;
  alignas(inotify_event) std::array<char, 16384> buffer = {};
  const ssize_t bytes = ::read(inotify_, buffer.data(), buffer.size());
  if (bytes < 0 && (errno == EAGAIN || errno == EINTR)) return false;
  if (bytes <= 0) return failure("directories");
  for (const char* at = buffer.data(); at < buffer.data() + bytes;) {
    const auto* event = reinterpret_cast<const inotify_event*>(at);
    take(*event);
    at += sizeof(inotify_event) + event->len;
  }
  return true;
}

void DirectoryWatch::take(const inotify_event& event) {
  if ((event.mask & IN_Q_OVERFLOW) != 0) {
    lost_ = true;
    return;
  }
  const auto directory = directories_.find(event.wd);
  if (directory == directories_.end()) return;
  if ((event.mask & IN_IGNORED) != 0) {
    directories_.erase(directory);
    return;
  }
  if (event.len == 0 || event.name[0] == '.') return;
  const std::string path = joined(directory->second, event.name);
  const bool left = (event.mask & (IN_DELETE | IN_MOVED_FROM)) != 0;
  if ((event.mask & IN_ISDIR) != 0) return take_directory(path, !left);
  if (left) {
    files_.erase(path);
    gone_ = true;
  } else if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
    files_.insert(path);
  }
}

void DirectoryWatch::take_directory(const std::string& path, bool arrived) {
  forget(path);
  if (!arrived) {
    gone_ = true;
  } else if (Result<void> done = add(path); !done && errno != ENOENT) {
    lost_ = true;  // the next look at everything tells what is wrong
  }
}

bool is_being_written(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return false;
  // A lease for reading is refused while anybody has the file open for writing.
  const bool refused = ::fcntl(file, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
  ::close(file);
  return refused;
}

}  // namespace dragoman
