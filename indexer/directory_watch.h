// A DirectoryWatch waits for files to come into directories and all below them.
//
//   Result<DirectoryWatch> watch = DirectoryWatch::open({"incoming/"});
//   Result<Arrivals> arrivals = watch->wait(stop);   // arrivals->files: complete ones
//
// By inotify: a file counts when its writer has closed it, or when it was moved in. Arrivals are
// gathered until nothing came for half a second, or for five seconds. Names that begin with a dot are
// left out, as in reading; directories behind symbolic links are not watched. One thread calls.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dragoman/result.h"

struct inotify_event;

namespace dragoman {

struct Arrivals {
  std::vector<std::string> files;  // in the order of their names
  bool gone = false;               // some were deleted or moved away
  bool lost = false;               // too much happened: look at everything
};

class DirectoryWatch {
 public:
  // Errors: kNotFound, kUnreadable, kUsage (no directory).
  static Result<DirectoryWatch> open(const std::vector<std::string>& directories);
  ~DirectoryWatch();
  DirectoryWatch(DirectoryWatch&& other) noexcept;
  DirectoryWatch& operator=(DirectoryWatch&& other) noexcept;

  // Waits for arrivals; nothing came when `stop` is true. Errors: kUnreadable.
  Result<Arrivals> wait(const std::function<bool()>& stop);

 private:
  explicit DirectoryWatch(int inotify) : inotify_(inotify) {}

  Result<void> add(const std::string& directory);
  void forget(const std::string& directory);
  Result<bool> read_events(std::chrono::milliseconds timeout);
  void take(const inotify_event& event);
  void take_directory(const std::string& path, bool arrived);

  int inotify_ = -1;
  std::map<int, std::string> directories_;  // by watch descriptor
  std::set<std::string> files_;
  bool gone_ = false;
  bool lost_ = false;
};

// Whether some process has the file open for writing, as far as can be told.
bool is_being_written(const std::string& path);

}  // namespace dragoman
