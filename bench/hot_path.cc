// What is measured: instructions of five functions on the way of a query, counted by callgrind: the same on every run
// and on every processor, whatever else the machine does. script/instructions runs it and compares.
// Corpus: the sample, and an index of it with one job.
// Notes: of each function there is a dump with its name. Outside valgrind the program does the same, uncounted; it ends
// with 1 when a function finds nothing.
//
//   hot_path sample.db corpora/sample
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <valgrind/callgrind.h>

#include "document_records.h"
#include "dragoman/analyzers/analyzer.h"
#include "dragoman/indexer/reader.h"
#include "pipeline.h"
#include "query_class.h"

namespace dragoman::bench {
namespace {

class Collector : public DocumentSink {
 public:
  bool document(Document document) override {
    documents.push_back(std::move(document));
    return true;
  }
  void skipped(Skipped) override {}
  void advanced(std::uint64_t) override {}

  std::vector<Document> documents;
};

// Runs once uncounted, so that tables that are made at first use are not counted.
template <typename Function>
bool count(const char* name, const Function& function) {
  function();
  CALLGRIND_ZERO_STATS;
  CALLGRIND_TOGGLE_COLLECT;
  const std::size_t found = function();
  CALLGRIND_TOGGLE_COLLECT;
  CALLGRIND_DUMP_STATS_AT(name);
  std::printf("%s\t%zu found\n", name, found);
  return found > 0;
}

std::size_t analyze(const std::vector<Document>& documents, Analyzer& analyzer) {
  std::size_t tokens = 0;
  for (const Document& document : documents)
    tokens += analyzer.analyze(document.body, document.lang, document.date).tokens.size();
  return tokens;
}

std::size_t compile(Pipeline& pipeline) {
  std::size_t markers = 0;
  for (const Traced& query : pipeline.queries()) {
    markers += pipeline.parse(query).root.text.size();
    markers += pipeline.compile(query).markers.size();
  }
  return markers;
}

std::size_t match(const Pipeline& pipeline) {
  std::size_t matches = 0;
  for (const Traced& query : pipeline.queries())
    matches += pipeline.match(query).size() + pipeline.reranked(query).size();
  return matches;
}

std::size_t highlight(Pipeline& pipeline) {
  std::size_t marks = 0;
  for (const Traced& query : pipeline.queries()) {
    for (std::size_t hit = 0; hit < query.best.size(); ++hit) {
      marks += pipeline.occurrences(query, hit).size();
      for (const Passage& passage : pipeline.passages(query, hit)) marks += passage.marks.size();
    }
  }
  return marks;
}

// The markers' terms in each document.
std::size_t find_positions(const Pipeline& pipeline, std::vector<DocumentRecords>& documents) {
  std::size_t positions = 0;
  for (DocumentRecords& records : documents) {
    const PositionTable table = records.positions();
    for (const Traced& query : pipeline.queries()) {
      for (const Marker& marker : query.compiled.markers)
        for (const PhraseSlot& slot : marker.slots) positions += table.find(slot.terms).size();
    }
  }
  return positions;
}

// With their position tables in memory.
std::vector<DocumentRecords> read_records(const Xapian::Database& database) {
  std::vector<DocumentRecords> documents;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting)
    (void)documents.emplace_back(database.get_document(*posting)).positions();
  return documents;
}

std::vector<SearchRequest> sample_requests() {
  std::vector<SearchRequest> requests;
  for (const QueryClass& of_class : sample_queries())
    requests.insert(requests.end(), of_class.requests.begin(), of_class.requests.end());
  return requests;
}

bool run(const std::string& index, const std::string& corpus) {
  Collector collector;
  read_inputs({corpus}, {}, collector);
  Analyzer analyzer;
  Pipeline pipeline(index, sample_requests());
  std::vector<DocumentRecords> documents = read_records(pipeline.database());
  bool all = count("analyze", [&] { return analyze(collector.documents, analyzer); });
  all = count("compile", [&] { return compile(pipeline); }) && all;
  all = count("match", [&] { return match(pipeline); }) && all;
  all = count("highlight", [&] { return highlight(pipeline); }) && all;
  return count("positions", [&] { return find_positions(pipeline, documents); }) && all;
}

}  // namespace
}  // namespace dragoman::bench

int main(int argc, char** argv) {
  try {
    if (argc != 3) return 2;
    return dragoman::bench::run(argv[1], argv[2]) ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "hot_path: %s\n", error.what());
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "hot_path: %s\n", error.get_description().c_str());
  }
  return 2;
}
