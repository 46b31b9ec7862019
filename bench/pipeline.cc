#include "pipeline.h"

#include <algorithm>
#include <utility>

#include "dragoman/schema.h"
#include "dragoman/searcher/query_parser.h"
#include "highlighter.h"
#include "ranking_profile.h"
#include "term_source.h"

namespace dragoman::bench {
namespace {

constexpr std::size_t kHits = 10;
constexpr unsigned kPassages = 2;

}  // namespace

Pipeline::Pipeline(const std::string& index, const std::vector<SearchRequest>& requests)
    : indexes_(std::move(*IndexSet::open({index}))),
      searcher_(std::move(*Searcher::open({index}))) {
  for (const SearchRequest& request : requests) trace(request);
}

ParsedQuery Pipeline::parse(const Traced& query) const { return parse_query(query.request.query); }

CompiledQuery Pipeline::compile(const Traced& query) {
  return compile_query(query.parsed.root, indexes_.view(run_), analyzer_);
}

std::vector<Ranked> Pipeline::match(const Traced& query) const {
  std::vector<Ranked> matches;
  if (query.compiled.any.empty()) return matches;
  Xapian::Enquire enquire(database());
  enquire.set_weighting_scheme(kDefaultRanking.weight(database()));
  enquire.set_query(
      with_term_sources(query.compiled.any, database(), kDefaultRanking, indexes_.lengths()));
  const Xapian::MSet found = enquire.get_mset(0, kDefaultRanking.reranked);
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    matches.push_back({*hit, hit.get_weight()});
  return matches;
}

std::vector<Ranked> Pipeline::reranked(const Traced& query) const {
  std::vector<Ranked> matches = query.matches;
  EvidenceScorer scorer(query.compiled.evidence, kDefaultRanking);
  rerank(database(), scorer, kDefaultRanking.reranked, matches);
  matches.resize(std::min(matches.size(), kHits));
  return matches;
}

std::vector<StoredDocument> Pipeline::fetch(const Traced& query) const {
  std::vector<StoredDocument> stored;
  for (const Ranked& hit : query.best)
    stored.push_back(*decode_stored(database().get_document(hit.document).get_value(kStoredSlot)));
  return stored;
}

std::vector<Occurrence> Pipeline::occurrences(const Traced& query, std::size_t hit) const {
  return find_occurrences(database(), query.best[hit].document, query.stored[hit],
                          query.compiled.markers);
}

std::vector<Passage> Pipeline::passages(const Traced& query, std::size_t hit) const {
  return *choose_passages(query.stored[hit], query.occurrences[hit], query.compiled.markers,
                          kPassages);
}

void Pipeline::trace(const SearchRequest& request) {
  Traced& query = queries_.emplace_back();
  query.request = request;
  query.parsed = parse(query);
  query.compiled = compile(query);
  query.matches = match(query);
  query.best = reranked(query);
  query.stored = fetch(query);
  for (std::size_t hit = 0; hit < query.best.size(); ++hit)
    query.occurrences.push_back(occurrences(query, hit));
  query.answer = *searcher_.search(request);
}

}  // namespace dragoman::bench
