#include "readers/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <optional>

namespace dragoman {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  void reset(int number) {
    close();
    number_ = number;
  }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int get() const { return number_; }

 private:
  int number_;
};

// A file in memory that holds `bytes`, read from its beginning.
bool fill_memory_file(std::string_view bytes, Descriptor& file) {
  file.reset(memfd_create("dragoman-input", MFD_CLOEXEC));
  if (file.get() < 0) return false;
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::lseek(file.get(), 0, SEEK_SET) == 0;
}

struct SpawnActions {
  SpawnActions() { posix_spawn_file_actions_init(&actions); }
  ~SpawnActions() { posix_spawn_file_actions_destroy(&actions); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  posix_spawn_file_actions_t actions = {};
};

// Starts the program; gives its process id, or a negative errno.
pid_t spawn(const std::string& program, int input, int output) {
  SpawnActions setup;
  posix_spawn_file_actions_adddup2(&setup.actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&setup.actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&setup.actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&setup.actions, STDERR_FILENO + 1);
  std::string name = program;
  char* const arguments[] = {name.data(), nullptr};
  char* const environment[] = {nullptr};
  pid_t process = 0;
  const int problem =
      posix_spawn(&process, program.c_str(), &setup.actions, nullptr, arguments, environment);
  return problem == 0 ? process : -problem;
}

// Reads until the program closes its output, is too slow or writes too much.
void collect(int output, std::chrono::steady_clock::time_point deadline, std::size_t max_output,
             ChildOutput& result) {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      result.timed_out = true;
      return;
    }
    pollfd ready{output, POLLIN, 0};
    const int count = ::poll(&ready, 1, static_cast<int>(left.count()));
    if (count < 0 && errno != EINTR) return;
    if (count <= 0) continue;
    char block[64 * 1024];
    const ssize_t got = ::read(output, block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return;
    result.text.append(block, static_cast<std::size_t>(got));
    if (result.text.size() > max_output) {
      result.too_much = true;
      return;
    }
  }
}

void wait_for(pid_t process, ChildOutput& result) {
  // One that closed its output and does not end would be waited for in vain.
  if (result.timed_out || result.too_much) ::kill(process, SIGKILL);
  int status = 0;
  for (int tries = 0;; ++tries) {
    const pid_t ended = ::waitpid(process, &status, tries < 1000 ? WNOHANG : 0);
    if (ended == process) break;
    if (ended < 0 && errno != EINTR) return;
    if (tries == 999) ::kill(process, SIGKILL);
    if (ended == 0) ::usleep(1000);
  }
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
}

}  // namespace

Result<ChildOutput> run_child(const std::string& program, std::string_view input,
                              std::chrono::milliseconds timeout, std::size_t max_output) {
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  const Error no_room{Errc::kUnreadable, "the system has no room for another process", ""};
  Descriptor file;
  int ends[2];
  if (!fill_memory_file(input, file) || ::pipe2(ends, O_CLOEXEC) != 0) return no_room;
  Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  const pid_t process = spawn(program, file.get(), writing.get());
  if (process == -ENOENT || process == -EACCES) {
    return Error{Errc::kNotFound, "the program " + program + " is not there", ""};
  }
  if (process < 0) return no_room;
  writing.close();
  file.close();
  ChildOutput result;
  collect(reading.get(), deadline, max_output, result);
  wait_for(process, result);
  return result;
}

std::string find_program(const std::string& directory, const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!directory.empty()) return directory + "/" + name;
  const fs::path running = fs::read_symlink("/proc/self/exe", error);
  for (const fs::path& place : {running.parent_path(), fs::path(DRAGOMAN_PROGRAM_DIRECTORY)}) {
    if (place.empty()) continue;
    if (fs::exists(place / name, error)) return (place / name).string();
  }
  return {};
}

}  // namespace dragoman
