// Counts the values of fields among all matches of a query.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "dragoman/result.h"
#include "dragoman/searcher/searcher.h"

namespace dragoman {

class FacetCounter : public Xapian::MatchSpy {
 public:
  // Errors: kUsage (a field without facets).
  static Result<void> check(const std::vector<std::string>& fields);

  // Requires: check(fields).
  explicit FacetCounter(const std::vector<std::string>& fields);

  void operator()(const Xapian::Document& document, double weight) override;
  std::vector<Facet> facets() const;

 private:
  struct Field;
  struct Counter {
    const Field* field;
    std::unordered_map<std::string, std::uint64_t> counts;
  };
  static const Field* find(const std::string& name);

  std::vector<Counter> counters_;
};

}  // namespace dragoman
