#include "early_writeback.h"

#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace dragoman {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kPause{100};

void start_writing(const std::string& directory) {
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
       entry.increment(error)) {
    const int file = ::open(entry->path().c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) continue;
    ::sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE);
    ::close(file);
  }
}

}  // namespace

EarlyWriteback::EarlyWriteback(std::string path)
    : path_(std::move(path)), thread_([this] { run(); }) {}

EarlyWriteback::~EarlyWriteback() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void EarlyWriteback::run() {
  std::unique_lock lock(mutex_);
  while (!changed_.wait_for(lock, kPause, [this] { return ended_; })) start_writing(path_);
}

}  // namespace dragoman
