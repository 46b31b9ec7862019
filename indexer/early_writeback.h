// Has the files of a folder written to the disk while they grow.
//
//   const EarlyWriteback early(path);
//   database.compact(path);  // ends with fdatasync, which has little left to wait for
//
// Of the last merge of 200 MB fdatasync was a quarter of the time, with a processor and the disk idle before.
// It promises nothing about what is on the disk: that remains with whoever syncs. A folder that is not there
// yet, or whose files cannot be opened, is let be.
// Thread rule: one thread makes and destroys it; the work is done by a thread of its own.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace dragoman {

class EarlyWriteback {
 public:
  explicit EarlyWriteback(std::string path);
  ~EarlyWriteback();  // ends the thread at once
  EarlyWriteback(const EarlyWriteback&) = delete;
  EarlyWriteback& operator=(const EarlyWriteback&) = delete;

 private:
  void run();

  std::string path_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  std::thread thread_;  // the last: it uses the others
};

}  // namespace dragoman
