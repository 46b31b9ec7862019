#include "index_set.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/schema.h"
#include "xapian_guard.h"

namespace dragoman {
namespace {

constexpr std::string_view kTcp = "tcp://";
constexpr unsigned kAnswerTimeout = 10000;  // milliseconds
constexpr unsigned kConnectTimeout = 3000;

std::vector<std::string> langs_of(const Xapian::Database& database) {
  const std::string prefix(kLangPrefix);
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string lang = (*term).substr(prefix.size());
    if (lang.size() == 2) found.emplace_back(term.get_termfreq(), lang);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> langs;
  for (auto& [documents, lang] : found) langs.push_back(std::move(lang));
  if (langs.empty()) langs.emplace_back("en");
  return langs;
}

bool has_prefix(const Xapian::Database& database, const std::string& prefix) {
  return database.allterms_begin(prefix) != database.allterms_end(prefix);
}

}  // namespace

Result<IndexSet> IndexSet::open(std::vector<std::string> directories) {
  if (directories.empty()) return Error{Errc::kUsage, "there is no index to open", ""};
  IndexSet set;
  for (std::string& directory : directories) {
    if (directory.starts_with(kTcp)) {
      Server server{std::move(directory), {}};
      if (Result<void> done = connect(server); !done) return done.error();
      set.servers_.push_back(std::move(server));
      continue;
    }
    Result<IndexSnapshot> snapshot = open_snapshot(directory);
    if (!snapshot) return snapshot.error();
    set.indexes_.push_back({std::move(directory), std::move(*snapshot)});
  }
  if (Result<void> done = set.join(); !done) return done.error();
  return set;
}

// Errors only for what is no address, or no index of this version; a server that is down is told.
Result<void> IndexSet::connect(Server& server) {
  const std::string address = server.name.substr(kTcp.size());
  const std::size_t colon = address.rfind(':');
  const int port = colon == std::string::npos ? 0 : std::atoi(address.c_str() + colon + 1);
  if (colon == 0 || port < 1 || port > 65535) {
    return Error{Errc::kUsage, server.name + " is no address of a server",
                 "addresses are tcp://host:port, as xapian-tcpsrv serves them"};
  }
  std::string schema, analyzer;
  server.since = std::chrono::steady_clock::now();
  const Result<void> done = guard_xapian("cannot ask " + server.name, [&] {
    server.database = Xapian::Remote::open(address.substr(0, colon), static_cast<unsigned>(port),
                                           kAnswerTimeout, kConnectTimeout);
    schema = server.database.get_metadata(kSchemaKey);
    analyzer = server.database.get_metadata(kAnalyzerKey);
  });
  server.open = done.has_value();
  if (!server.open) return {};
  if (schema == kSchemaVersion && analyzer == kAnalyzerVersion) return {};
  return Error{Errc::kSchemaMismatch,
               server.name + " serves what another version of Dragoman made, or another program",
               "index the files again there"};
}

std::vector<std::string> IndexSet::missing() const {
  std::vector<std::string> told;
  for (const Server& server : servers_) {
    if (!server.open)
      told.push_back(server.name + " cannot be asked: this is a part of the answer");
  }
  return told;
}

bool IndexSet::drop_dead_servers() {
  bool dropped = false;
  for (Server& server : servers_) {
    if (!server.open) continue;
    const Result<void> alive =
        guard_xapian("cannot ask " + server.name, [&] { server.database.keep_alive(); });
    if (alive) continue;
    server.open = false;
    dropped = true;
  }
  return dropped && join();
}

Result<void> IndexSet::join() {
  return guard_xapian("cannot read the index", [this] {
    std::vector<Xapian::Database> shards;
    for (const Index& index : indexes_) {
      const std::vector<Xapian::Database>& segments = index.snapshot.segments;
      shards.insert(shards.end(), segments.begin(), segments.end());
    }
    for (const Server& server : servers_) {
      if (server.open) shards.push_back(server.database);
    }
    Xapian::Database all;
    for (const Xapian::Database& shard : shards) all.add_database(shard);
    langs_ = langs_of(all);
    has_titles_ = is_remote() || has_prefix(all, std::string(kTitlePrefix));
    has_copies_ = has_prefix(all, make_term(kGroupPrefix, ""));
    database_ = std::move(all);
    shards_ = std::move(shards);
    caches_ = std::make_unique<ShardCaches>();
    counts_ = std::make_unique<TermCounts>();
    groups_ = std::make_unique<DocumentGroups>(database_);
  });
}

Result<void> IndexSet::refresh() {
  bool changed = false;
  for (Index& index : indexes_) {
    const std::optional<StubFile> stub = stub_file(index.directory);
    if (stub && stub == index.stub) continue;
    index.stub = stub;
    const Result<Published> now = read_stub(index.directory);
    if (now && *now == index.snapshot.published) continue;
    index.stub.reset();  // what is opened may be newer
    Result<IndexSnapshot> snapshot = open_snapshot(index.directory);
    if (!snapshot) return snapshot.error();
    index.snapshot = std::move(*snapshot);
    changed = true;
  }
  for (Server& server : servers_) {
    if (std::chrono::steady_clock::now() - server.since < kConnectionLife) continue;
    if (Result<void> done = connect(server); !done) return done.error();
    changed = true;
  }
  return changed ? join() : Result<void>();
}

}  // namespace dragoman
