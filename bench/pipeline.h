// A Pipeline runs the stages of a query one by one, each on what the stages before it gave, by the functions that a
// Searcher calls.
//
//   Pipeline pipeline("news.db", requests);
//   pipeline.compile(pipeline.queries()[0]).markers
//
// The Searcher asks for documents with all words first; here is one match, for any of the words. Not thread-safe.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/searcher/searcher.h"
#include "index_set.h"
#include "occurrences.h"
#include "query_compiler.h"
#include "record_cache.h"
#include "reranker.h"
#include "search_run.h"

namespace dragoman::bench {

// A query with what each stage gave.
struct Traced {
  SearchRequest request;
  ParsedQuery parsed;
  CompiledQuery compiled;
  std::vector<Ranked> matches, best;
  std::vector<StoredDocument> documents;             // the best
  std::vector<std::vector<Occurrence>> occurrences;  // in each of them
  Answer answer;                                     // a Searcher's
};

class Pipeline {
 public:
  // Requires an index that can be read.
  Pipeline(const std::string& index, const std::vector<SearchRequest>& requests);

  const std::vector<Traced>& queries() const { return queries_; }
  const Xapian::Database& database() const { return indexes_.database(); }

  ParsedQuery parse(const Traced& query) const;
  CompiledQuery compile(const Traced& query);
  // The best hundred by BM25, and of these the best ten by the places of the words.
  std::vector<Ranked> match(const Traced& query) const;
  std::vector<Ranked> reranked(const Traced& query) const;
  std::vector<StoredDocument> fetch(const Traced& query) const;
  // Of the hit with this number among the best.
  std::vector<Occurrence> occurrences(const Traced& query, std::size_t hit);
  std::vector<Passage> passages(const Traced& query, std::size_t hit) const;

 private:
  void trace(const SearchRequest& request);

  IndexSet indexes_;
  SearchRun run_{std::chrono::milliseconds(0), indexes_.counts()};
  RecordCache records_;
  Searcher searcher_;
  Analyzer analyzer_;
  std::vector<Traced> queries_;
};

}  // namespace dragoman::bench
