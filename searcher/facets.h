// Counts the values of fields among all matches of a query.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "dragoman/result.h"
#include "dragoman/searcher/searcher.h"
#include "value_column.h"

namespace dragoman {

// Where Xapian matches, its own spies count whole values, so that a stock server counts for its part of an index.
class FacetCounter {
 public:
  // Errors: kUsage (a field without facets).
  static Result<void> check(const std::vector<std::string>& fields);

  // Requires: check(fields).
  explicit FacetCounter(const std::vector<std::string>& fields);

  // Counts the matches of the next get_mset. Must outlive it.
  void watch(Xapian::Enquire& enquire);
  // Counts a document of the shard that was opened last; `columns` are the shard's, and outlive the counter.
  // Requires: rising documents. Throws what Xapian throws.
  void open(const Xapian::Database& shard, ValueColumns& columns);
  void count(std::span<const Xapian::docid> documents);
  std::vector<Facet> facets();

 private:
  struct Field;
  struct Counter {
    const Field* field;
    std::unique_ptr<Xapian::ValueCountMatchSpy> spy;
    // Of the shard that is open: the column and the counts by its numbers, where there are few different values …
    ValueColumn* column = nullptr;
    std::vector<std::uint64_t> numbered = {};
    // … and the values one by one.
    Xapian::ValueIterator values = {};
    std::unordered_map<std::string, std::uint64_t> counts = {};
  };
  static const Field* find(const std::string& name);
  static void count_numbered(Counter& counter, std::span<const Xapian::docid> documents);
  static void count_one(Counter& counter, Xapian::docid document);
  static void close(Counter& counter);
  static std::vector<FacetValue> values_of(const Counter& counter);

  std::vector<Counter> counters_;
};

}  // namespace dragoman
