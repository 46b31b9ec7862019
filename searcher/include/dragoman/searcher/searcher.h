// A Searcher answers queries on one or more indexes.
//
//   Result<Searcher> searcher = Searcher::open({"news.db"});
//   Result<Answer> answer = searcher->search({.query = "SCO cooperation"});
//
// A Searcher is a read snapshot; when a writer publishes, it reopens by itself. Not thread-safe:
// a Searcher a thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

struct SearchRequest {
  std::string query;
  unsigned limit = 10;
  unsigned offset = 0;
  unsigned passages = 2;          // of each hit; 0: none is fetched
  std::string sort = "relevance"; // relevance, date (oldest first), date-, symbol
};

// A marked range of a passage; bytes of Passage::text. Never nested, never overlapping, in order.
struct Mark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string what;  // organization id, symbol, or the query word
};

struct Passage {
  std::string text;
  std::uint32_t start = 0;  // code points of the body before it
  std::vector<Mark> marks;
};

struct Hit {
  unsigned rank = 0;  // from 1
  std::string id;
  double score = 0;
  std::string title, date, lang, source, url, symbol, type;
  std::vector<Mark> title_marks;
  std::vector<std::string> organizations;  // ids
  unsigned copies = 0;
  std::vector<Passage> passages;
};

struct QueryOrganizationLabel {
  std::string id;
  std::string text;   // as the query has it
  std::string label;  // English name
};

struct Answer {
  std::string query;
  std::string parsed;     // the clause tree
  std::string compiled;   // Xapian's description, for --explain
  std::vector<QueryOrganizationLabel> organizations;
  std::vector<std::string> notes;  // what was not understood or cut
  std::uint64_t total = 0;
  bool total_exact = true;
  std::uint64_t took_us = 0;
  std::vector<Hit> hits;
};

struct IndexStats {
  std::uint64_t documents = 0;
  std::vector<std::string> langs;
  std::string schema, analyzer;
};

class Searcher {
 public:
  // Errors: kNotFound, kNotAnIndex, kSchemaMismatch, kCorrupt, kIndexIo.
  static Result<Searcher> open(const std::vector<std::string>& directories);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  // Errors: kUsage (unknown sort), kCorrupt, kIndexIo. A query is never an error.
  Result<Answer> search(const SearchRequest& request);
  // The whole stored text of a document. Errors: kNotFound, kCorrupt, kIndexIo.
  Result<std::string> show(const std::string& id);
  Result<IndexStats> stats();

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dragoman
