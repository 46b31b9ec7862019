// What is kept of each shard of an index: a shard is a database that is not made of several.
//
//   Shards<ShardCache> caches;
//   caches.of(shard).lengths.of(document);
//
// Of an index as it was published at one moment. Not thread-safe.
#pragma once

#include <map>
#include <string>

#include <xapian.h>

namespace dragoman {

template <typename Kept>
class Shards {
 public:
  // Made of the shard when it is first asked for; stays valid as long as this object.
  Kept& of(const Xapian::Database& shard) {
    return kept_.try_emplace(identity_of(shard), shard).first->second;
  }

 private:
  // Two shards with one identifier are copies of one, which may have gone different ways since.
  static std::string identity_of(const Xapian::Database& shard) {
    return shard.get_uuid() + " " + std::to_string(shard.get_lastdocid()) + " " +
           std::to_string(shard.get_total_length());
  }

  std::map<std::string, Kept> kept_;
};

}  // namespace dragoman
