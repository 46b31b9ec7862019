// An IndexSet is one or more index directories, and indexes that xapian-tcpsrv serves elsewhere (tcp://host:port),
// open as one Xapian database; it opens them anew when a writer has published. A server that cannot be asked is left
// out, and told; it is asked again after some seconds.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "document_groups.h"
#include "dragoman/result.h"
#include "index_snapshot.h"
#include "shard_cache.h"
#include "term_checker.h"
#include "term_counts.h"
#include "text_compiler.h"

namespace dragoman {

class IndexSet {
 public:
  // Errors: kNotFound, kNotAnIndex, kSchemaMismatch, kUnreadable, kCorrupt, kIndexIo.
  static Result<IndexSet> open(std::vector<std::string> directories);

  const Xapian::Database& database() const { return database_; }
  // … and the databases that it is made of.
  const std::vector<Xapian::Database>& shards() const { return shards_; }
  IndexView view(SearchRun& run) const { return {database_, langs_, run, is_remote()}; }
  // ISO 639-1 of the documents, the most frequent first; "en" when there is none.
  const std::vector<std::string>& langs() const { return langs_; }
  // Whether some document has a title; a server, which would send all their words, is believed to have some.
  bool has_titles() const { return has_titles_; }
  // Whether some documents are near copies of others.
  bool has_copies() const { return has_copies_; }
  // … and whether this one may be; no for most.
  bool may_have_copies(Xapian::docid document) const {
    return has_copies_ && (is_remote() || groups_->has_copies(document));
  }
  // What is kept of its documents, as long as the index is the same. One thread.
  ShardCaches& caches() const { return *caches_; }
  TermCounts& counts() const { return *counts_; }
  TermChecker term_checker() const {
    return is_remote() ? TermChecker(database_) : TermChecker(database_, shards_, *caches_);
  }
  DocumentGroups& groups() const { return *groups_; }
  // Whether some of it is on another machine: what only this program knows how to do cannot be done there.
  bool is_remote() const { return !servers_.empty(); }
  // Sentences about servers that are not part of the set, because they cannot be asked.
  std::vector<std::string> missing() const;
  // Leaves out the servers that no longer answer; false when all do.
  bool drop_dead_servers();
  // Opens what was published since; cheap when nothing was. A server does not tell when it has something new, nor when
  // it is back: it is connected to anew after kConnectionLife. Errors as open().
  Result<void> refresh();

 private:
  struct Index {
    std::string directory;
    IndexSnapshot snapshot;
    std::optional<StubFile> stub = {};  // that says what the snapshot has
  };

  struct Server {
    std::string name;  // tcp://host:port
    Xapian::Database database;
    bool open = false;
    std::chrono::steady_clock::time_point since{};  // the last try to connect
  };

  static constexpr std::chrono::seconds kConnectionLife{10};

  Result<void> join();
  static Result<void> connect(Server& server);

  std::vector<Index> indexes_;
  std::vector<Server> servers_;
  Xapian::Database database_;
  std::vector<Xapian::Database> shards_;
  std::vector<std::string> langs_;
  bool has_titles_ = false;
  bool has_copies_ = false;
  std::unique_ptr<ShardCaches> caches_;
  std::unique_ptr<TermCounts> counts_;
  std::unique_ptr<DocumentGroups> groups_;
};

}  // namespace dragoman
