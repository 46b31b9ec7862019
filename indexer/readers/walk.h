// Walks the inputs of the user: files, directories with all that is in them, standard input.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dragoman/indexer/reader.h"
#include "readers/delivery.h"

namespace dragoman {

// Reads files in the order of their names. A directory is read once, however many links lead
// to it: symbolic links wait until all that has a name of its own is read, and lead only to what
// was not. Names that begin with a dot are left out, unless given by the user.
class Walk {
 public:
  Walk(const ReadOptions& options, DocumentSink& sink) : out_(options, sink), sink_(sink) {}

  void input(const std::string& path);
  bool stopped() const { return out_.stopped(); }

 private:
  void enter(const std::string& path);
  void directory(const std::string& path);
  void file(const std::string& path);
  void read(const std::string& path);
  void skip(const std::string& path, std::string reason);

  using Place = std::pair<std::uint64_t, std::uint64_t>;  // device and inode
  bool is_new(const std::string& path);

  Delivery out_;
  DocumentSink& sink_;
  std::set<Place> seen_;
  std::vector<std::string> links_;  // symbolic links yet to be followed
};

}  // namespace dragoman
