#include "readers/file_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>

namespace dragoman {
namespace {

Error system_error(int number) {
  switch (number) {
    case ENOENT:
      return {Errc::kNotFound, "no such file or directory", ""};
    case EACCES:
    case EPERM:
      return {Errc::kUnreadable, "permission denied", ""};
    case ELOOP:
      return {Errc::kUnreadable, "a symbolic link that leads to itself", ""};
    default:
      // std::strerror depends on the locale.
      return {Errc::kUnreadable, std::generic_category().message(number), ""};
  }
}

const char* kind_in_words(mode_t mode) {
  if (S_ISFIFO(mode)) return "a named pipe, not a file; pass its content as - (standard input)";
  if (S_ISSOCK(mode)) return "a socket, not a file";
  if (S_ISDIR(mode)) return "a directory";
  return "a device, not a file";
}

// What the shell passes for <(command), where a writer is sure to be.
bool is_shell_pipe(const std::string& path) {
  return path.starts_with("/dev/fd/") || path.starts_with("/proc/self/fd/") || path == "/dev/stdin";
}

}  // namespace

Result<std::unique_ptr<FileStream>> FileStream::open(const std::string& path, DocumentSink& sink) {
  using Opened = std::unique_ptr<FileStream>;
  if (path == "-") return Opened(new FileStream(STDIN_FILENO, 0, sink));

  // Without O_NONBLOCK opening a named pipe would wait for its writer.
  const bool pipe_allowed = is_shell_pipe(path);
  const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (pipe_allowed ? 0 : O_NONBLOCK);
  struct stat facts = {};
  if (::stat(path.c_str(), &facts) != 0) return system_error(errno);
  if (!S_ISREG(facts.st_mode) && !pipe_allowed) {
    return Error{Errc::kUnreadable, kind_in_words(facts.st_mode), ""};
  }
  const int descriptor = ::open(path.c_str(), flags);
  if (descriptor < 0) return system_error(errno);
  // Another file may have come under the name in between.
  if (::fstat(descriptor, &facts) != 0 ||
      !(S_ISREG(facts.st_mode) || (pipe_allowed && S_ISFIFO(facts.st_mode)))) {
    ::close(descriptor);
    return Error{Errc::kUnreadable, kind_in_words(facts.st_mode), ""};
  }
  const auto size = S_ISREG(facts.st_mode) ? static_cast<std::uint64_t>(facts.st_size) : 0;
  ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
  return Opened(new FileStream(descriptor, size, sink));
}

FileStream::~FileStream() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  // What was left unread is done with, too.
  if (size_ > consumed_) sink_.advanced(size_ - consumed_);
}

Result<bool> FileStream::read(std::string& buffer) {
  const std::size_t before = buffer.size();
  buffer.resize(before + kBlock);
  ssize_t got;
  do {
    got = ::read(descriptor_, buffer.data() + before, kBlock);
  } while (got < 0 && errno == EINTR);
  const int problem = errno;
  buffer.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
  if (got < 0) return system_error(problem);
  consumed_ += static_cast<std::uint64_t>(got);
  if (got > 0) sink_.advanced(static_cast<std::uint64_t>(got));
  return got > 0;
}

}  // namespace dragoman
