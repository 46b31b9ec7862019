// The directory of an index: which segments are published, and who may change that.
//
//   news.db/XAPIANDB        "# generation 1", "auto seg-000001": a stub that stock Xapian
//                           programs read too
//   news.db/seg-000001/     a Xapian database
//   news.db/build-000001/   one in the making, nobody's business
//   news.db/dragoman.files  what writers remember of input files: see seen_files.h
//   news.db/dragoman.lock   flock()ed while a process writes; holds its pid and host
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "dragoman/index_stub.h"
#include "dragoman/result.h"

namespace dragoman {

inline constexpr const char* kFiles = "dragoman.files";

class IndexDirectory {
 public:
  // Makes the directory if need be, locks it, and removes what an interrupted run left. Waits up
  // to `lock_timeout` for another writer to end.
  // Errors: kLocked, kNotAnIndex, kSchemaMismatch, kUnreadable, kIndexIo.
  static Result<IndexDirectory> open(const std::string& path,
                                     std::chrono::milliseconds lock_timeout);
  ~IndexDirectory();
  IndexDirectory(IndexDirectory&& other) noexcept;
  IndexDirectory& operator=(IndexDirectory&& other) noexcept;

  const std::vector<std::string>& segments() const { return published_.segments; }
  // How many times the index was published; 0: never.
  std::uint64_t generation() const { return published_.generation; }
  std::string path_of(const std::string& name) const { return path_ + "/" + name; }
  std::string new_segment();  // a name not used before
  std::string new_build();    // a path not used before

  // Makes `segments` the index, durably, and removes all others. Errors: kIndexIo.
  Result<void> publish(std::vector<std::string> segments);
  // Removes all segments and builds that are not published.
  void remove_leftovers();

 private:
  IndexDirectory(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
  bool is_published(const std::string& name) const;

  std::string path_;
  int lock_ = -1;
  Published published_;
  std::uint64_t last_segment_ = 0;
  std::uint64_t last_build_ = 0;
};

}  // namespace dragoman
