#include "file_facts.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "content_hash.h"

namespace dragoman {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kSettling = 3 * kSecond;
constexpr std::size_t kReadBlock = 1u << 20u;

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * kSecond + time.tv_nsec; }

// Fills `block` as far as the file goes; the bytes read, or -1.
ssize_t read_block(int file, std::string& block) {
  std::size_t filled = 0;
  while (filled < block.size()) {
    const ssize_t bytes = ::read(file, block.data() + filled, block.size() - filled);
    if (bytes < 0 && errno == EINTR) continue;
    if (bytes < 0) return -1;
    if (bytes == 0) break;
    filled += static_cast<std::size_t>(bytes);
  }
  return static_cast<ssize_t>(filled);
}

}  // namespace

std::optional<FileFacts> facts_of(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileFacts{status.st_ino, static_cast<std::uint64_t>(status.st_size),
                   nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

bool is_gone(const std::string& path) {
  struct stat status = {};
  return ::lstat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

std::int64_t nanoseconds_now() {
  timespec now = {};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return nanoseconds(now);
}

bool is_settled(const FileFacts& facts, std::int64_t at) {
  return std::max(facts.modified, facts.changed) + kSettling < at;
}

Result<std::string> hash_of_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) {
    return Error{Errc::kUnreadable, "cannot read " + path + ": " + std::strerror(errno), ""};
  }
  Hasher hasher;
  std::string block(kReadBlock, '\0');
  ssize_t bytes = 0;
  while ((bytes = read_block(file, block)) > 0) {
    hasher.add(std::string_view(block).substr(0, static_cast<std::size_t>(bytes)));
  }
  const int why = errno;
  ::close(file);
  if (bytes < 0) {
    return Error{Errc::kUnreadable, "cannot read " + path + ": " + std::strerror(why), ""};
  }
  return hasher.bytes();
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  std::string normal = (error ? std::filesystem::path(path) : absolute).lexically_normal().string();
  if (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
  return normal;
}

}  // namespace dragoman
