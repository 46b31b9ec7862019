// Counts the values of fields among all matches of a query.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "dragoman/result.h"
#include "dragoman/searcher/searcher.h"

namespace dragoman {

// Xapian's own spies count whole values, so that a stock server counts for its part of an index.
class FacetCounter {
 public:
  // Errors: kUsage (a field without facets).
  static Result<void> check(const std::vector<std::string>& fields);

  // Requires: check(fields).
  explicit FacetCounter(const std::vector<std::string>& fields);

  // Counts the matches of the next get_mset. Must outlive it.
  void watch(Xapian::Enquire& enquire);
  std::vector<Facet> facets() const;

 private:
  struct Field;
  struct Counter {
    const Field* field;
    std::unique_ptr<Xapian::ValueCountMatchSpy> spy;
  };
  static const Field* find(const std::string& name);
  static std::vector<FacetValue> count(const Counter& counter);

  std::vector<Counter> counters_;
};

}  // namespace dragoman
