// A Searcher answers queries on one or more indexes.
//
//   Result<Searcher> searcher = Searcher::open({"news.db"});
//   Result<Answer> answer = searcher->search({.query = "SCO cooperation"});
//
// A Searcher is a read snapshot; when a writer publishes, it reopens by itself. What it is asked for again and again it
// keeps in memory: some bytes a document, and the lists of words, 32 MB a segment of an index at most. Not thread-safe:
// a Searcher a thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dragoman/document.h"
#include "dragoman/export.h"
#include "dragoman/result.h"
#include "dragoman/searcher/query_reach.h"

namespace dragoman {

// What every hit must have besides the query: a field and its value, whatever signs are in it. Of several for one field
// any will do; organizations must all be there.
struct Filter {
  std::string field;  // lang, source, type, org, date, …
  std::string value;  // "ru"; an organization's id; "2016-11..2016-12"
};

// What is asked. Only the query must be given.
struct SearchRequest {
  std::string query;
  std::vector<Filter> filters = {};
  unsigned limit = 10;
  unsigned offset = 0;
  unsigned passages = 2;                 // of each hit; 0: none is fetched
  std::string sort = "relevance";        // relevance, date (oldest first), date-, symbol
  bool all_copies = false;               // else of near copies only the first that matches is a hit
  std::vector<std::string> facets = {};  // org, year, lang, source, type: counted over all matches
  QueryReach reach = {};
  bool suggest = true;    // say what else to search where words or all hits are missing
  bool compiled = false;  // say how Xapian is asked
  // Where given: only documents whose id it wants are found, and copies only of such. Every match is asked about.
  std::function<bool(const std::string& id)> wanted = {};
};

// A marked range of a passage; bytes of Passage::text. Never nested, never overlapping, in order.
struct Mark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string what;  // organization id, symbol, or the query word
};

// A piece of a body, with what was found in it.
struct Passage {
  std::string text;
  std::uint32_t start = 0;  // code points of the body before it
  std::vector<Mark> marks;
};

inline constexpr std::size_t kMostMatchedParts = 8;

// Why a document is a hit: a part of the query, and how often its text has it.
struct MatchedPart {
  std::string what;  // organization id, symbol, or the query word
  unsigned count = 0;
  bool in_title = false;  // too
};

// A document that matches. Texts are empty where nothing is known.
struct Hit {
  unsigned rank = 0;  // from 1
  std::string id;
  double score = 0;
  std::string title, date, lang, source, url, symbol, type;
  std::vector<ExtraField> extra;
  std::vector<Mark> title_marks;
  std::vector<std::string> organizations;  // ids, most mentioned first
  unsigned copies = 0;  // documents that say the same, this one among them; 0 when no other does
  std::vector<Passage> passages;
  std::vector<MatchedPart> matched;  // in the order of the query; at most kMostMatchedParts
};

// What a name in the query means.
struct QueryOrganizationLabel {
  std::string id;
  std::string text;   // as the query has it
  std::string label;  // English name
};

// A value of a field, and how many matches have it.
struct FacetValue {
  std::string value;
  std::string label;  // an organization's English name; else empty
  std::uint64_t count = 0;
};

// The values of one field among the matches, the most frequent first.
struct Facet {
  std::string field;
  std::vector<FacetValue> values;
};

// A query that may find more, and why.
struct Suggestion {
  std::string query;
  std::string reason;  // "without date:2030"; for a misspelt word: "no document has “sheltter”"
  std::uint64_t total = 0;  // what it finds; may be an estimate
};

// What was found, and what the user is to be told about it.
struct Answer {
  std::string query;
  std::string parsed;    // the clause tree
  std::string compiled;  // Xapian's description, where it was asked for
  std::vector<QueryOrganizationLabel> organizations;
  std::vector<std::string> notes;       // what was not understood or cut
  std::vector<std::string> missing;     // plain words that no document has, or hardly any
  std::vector<Suggestion> suggestions;  // misspelt words put right first
  bool partial = false;  // a server could not be asked, or time was up: the notes say
  std::uint64_t total = 0;
  bool total_exact = true;
  std::uint64_t took_us = 0;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
};

// A document as it was indexed, with the marks of a query.
struct MarkedDocument {
  Document document;
  std::vector<Mark> title_marks;
  std::vector<Mark> body_marks;
};

// What is in the indexes that are open.
struct IndexStats {
  std::uint64_t documents = 0;
  std::vector<std::string> langs;     // the most frequent first
  std::uint64_t organizations = 0;    // different ones mentioned
  std::string first_date, last_date;  // as in the index: 20161124
  std::string schema, analyzer;
};

inline constexpr std::chrono::milliseconds kTimeLimit{10'000};

class DRAGOMAN_API Searcher {
 public:
  // Directories, and tcp://host:port of xapian-tcpsrv. A server that cannot be asked makes answers partial.
  // Errors: kUsage, kNotFound, kNotAnIndex, kSchemaMismatch, kCorrupt, kIndexIo.
  static Result<Searcher> open(const std::vector<std::string>& directories);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  // A search that takes longer ends with what it has found until then, and its answer is partial; 0: none does. It is
  // kTimeLimit at first. Servers of tcp:// are given ten seconds for each question, whatever the limit.
  void set_time_limit(std::chrono::milliseconds limit);

  // Errors: kUsage (unknown sort or facet, a filter's date that is none), kCorrupt, kIndexIo. A query is never an error.
  Result<Answer> search(const SearchRequest& request);
  // A document as it was indexed. Errors: kNotFound, kCorrupt, kIndexIo.
  Result<Document> show(const std::string& id);
  // The same, with all that the request's query and `translate` find in it marked. A query without
  // text marks nothing; one that does not match marks what is there.
  Result<MarkedDocument> show(const std::string& id, const SearchRequest& request);
  // Errors: kCorrupt, kIndexIo.
  Result<IndexStats> stats();

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dragoman
