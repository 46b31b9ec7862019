// What is kept in memory of each shard, as it is asked for, as long as the index is the same.
//
//   ShardCaches caches;
//   caches.of(shard).lengths.of(document);
//
// Not thread-safe.
#pragma once

#include <xapian.h>

#include "document_lengths.h"
#include "posting_cache.h"
#include "shards.h"
#include "value_column.h"

namespace dragoman {

struct ShardCache {
  explicit ShardCache(const Xapian::Database& shard)
      : lengths(shard), postings(shard, lengths), columns(shard) {}
  ShardCache(const ShardCache&) = delete;
  ShardCache& operator=(const ShardCache&) = delete;

  DocumentLengths lengths;
  PostingCache postings;
  ValueColumns columns;
};

using ShardCaches = Shards<ShardCache>;

}  // namespace dragoman
