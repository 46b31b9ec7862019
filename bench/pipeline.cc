#include "pipeline.h"

#include <algorithm>
#include <utility>

#include "document_records.h"
#include "dragoman/searcher/query_parser.h"
#include "highlighter.h"
#include "ranking_profile.h"
#include "term_source.h"
#include "word_matcher.h"
#include "word_units.h"

namespace dragoman::bench {
namespace {

constexpr std::size_t kHits = 10;
constexpr unsigned kPassages = 2;

}  // namespace

Pipeline::Pipeline(const std::string& index, const std::vector<SearchRequest>& requests)
    : indexes_(std::move(*IndexSet::open({index}))),
      records_(database()),
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
  SearchRun run(std::chrono::milliseconds(0), indexes_.counts());
  if (const auto words =
          WordReader(database(), run.counts, kDefaultRanking).words(query.compiled.any)) {
    const std::size_t most = kDefaultRanking.reranked;
    WordMatches found = match_words(*words, indexes_.shards(), indexes_.caches(), run.deadline,
                                    {.most = most, .counted = most});
    const EvidenceScorer scorer(query.compiled.evidence, kDefaultRanking);
    const WordUnits units(scorer.units(), *words);
    for (Ranked& match : found.best) match.units = units.of(match.units);
    return std::move(found.best);
  }
  Xapian::Enquire enquire(database());
  enquire.set_weighting_scheme(kDefaultRanking.weight(database()));
  enquire.set_query(with_term_sources(query.compiled.any, database(), run.counts, kDefaultRanking,
                                      indexes_.caches()));
  const Xapian::MSet found = enquire.get_mset(0, kDefaultRanking.reranked);
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    matches.push_back({*hit, hit.get_weight()});
  return matches;
}

std::vector<Ranked> Pipeline::reranked(const Traced& query) const {
  std::vector<Ranked> matches = query.matches;
  EvidenceScorer scorer(query.compiled.evidence, kDefaultRanking);
  RecordCache records(database());
  EvidenceBounds bounds(database(), indexes_.has_titles(), scorer);
  rerank(records, bounds, scorer, {.reranked = kDefaultRanking.reranked, .wanted = kHits}, matches);
  matches.resize(std::min(matches.size(), kHits));
  return matches;
}

std::vector<StoredDocument> Pipeline::fetch(const Traced& query) const {
  std::vector<StoredDocument> documents;
  for (const Ranked& hit : query.best)
    documents.push_back(*DocumentRecords(database().get_document(hit.document)).stored());
  return documents;
}

std::vector<Occurrence> Pipeline::occurrences(const Traced& query, std::size_t hit) {
  TermChecker terms(database());
  const Xapian::docid number = query.best[hit].document;
  return find_occurrences({number, query.documents[hit], records_.of(number).positions()}, terms,
                          query.compiled.markers);
}

std::vector<Passage> Pipeline::passages(const Traced& query, std::size_t hit) const {
  return *choose_passages(query.documents[hit], query.occurrences[hit], query.compiled.markers,
                          kPassages);
}

void Pipeline::trace(const SearchRequest& request) {
  Traced& query = queries_.emplace_back();
  query.request = request;
  query.parsed = parse(query);
  query.compiled = compile(query);
  query.matches = match(query);
  query.best = reranked(query);
  query.documents = fetch(query);
  for (std::size_t hit = 0; hit < query.best.size(); ++hit)
    query.occurrences.push_back(occurrences(query, hit));
  query.answer = *searcher_.search(request);
}

}  // namespace dragoman::bench
