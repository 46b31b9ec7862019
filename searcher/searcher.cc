#include "dragoman/searcher/searcher.h"

#include <algorithm>
#include <chrono>
#include <locale>
#include <numeric>
#include <optional>
#include <sstream>
#include <utility>

#include <xapian.h>

#include "copies.h"
#include "document_records.h"
#include "dragoman/analyzers/analyzer.h"
#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/schema.h"
#include "dragoman/searcher/query_parser.h"
#include "facets.h"
#include "highlighter.h"
#include "index_set.h"
#include "live_documents.h"
#include "matcher.h"
#include "occurrences.h"
#include "query_compiler.h"
#include "suggestions.h"
#include "xapian_guard.h"

namespace dragoman {
namespace {

using namespace std::chrono_literals;

// Errors: kUsage.
Result<std::vector<Clause>> filter_clauses(const std::vector<Filter>& filters) {
  std::vector<Clause> clauses;
  for (const Filter& filter : filters) {
    std::optional<Clause> clause = filter_clause(filter.field, filter.value);
    if (!clause) {
      return Error{Errc::kUsage, "'" + filter.value + "' is no date",
                   "dates are like 2016, 2016-11 or 2016-11-20..2016-11-30"};
    }
    clauses.push_back(std::move(*clause));
  }
  return clauses;
}

// "10 seconds", "0.5 seconds".
std::string seconds_text(std::chrono::milliseconds time) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << std::chrono::duration<double>(time).count() << (time == 1s ? " second" : " seconds");
  return out.str();
}

}  // namespace

struct Searcher::State {
  IndexSet indexes;
  Analyzer analyzer;
  std::chrono::milliseconds time_limit = kTimeLimit;

  const Xapian::Database& database() const { return indexes.database(); }

  Result<Hit> make_hit(const SearchRequest& request, const CompiledQuery& query,
                       const Ranked& ranked, RecordCache& records, TermChecker& terms) const;
  Result<std::vector<Hit>> make_hits(const SearchRequest& request, const CompiledQuery& query,
                                     const std::vector<Ranked>& page, RecordCache& records) const;
  Result<Answer> search(const SearchRequest& request, SearchRun& run);
  void append_suggestions(const SearchRequest& request, const Clause& root, SearchRun& run,
                          Answer& answer);
  Result<MarkedDocument> show(const std::string& id, const SearchRequest& request);
};

Result<Hit> Searcher::State::make_hit(const SearchRequest& request, const CompiledQuery& query,
                                      const Ranked& ranked, RecordCache& records,
                                      TermChecker& terms) const {
  DocumentRecords& found = records.of(ranked.document);
  Result<StoredDocument> read = found.stored();
  if (!read) return read.error();
  StoredDocument& stored = *read;
  Hit hit;
  hit.score = ranked.score;
  if (request.passages > 0) {
    const std::vector<Occurrence> occurrences =
        find_occurrences({ranked.document, stored, found.positions()}, terms, query.markers);
    Result<std::vector<Passage>> passages =
        choose_passages(stored, occurrences, query.markers, request.passages);
    if (!passages) return passages.error();
    hit.passages = std::move(*passages);
    hit.title_marks = mark_title(stored, occurrences);
    hit.matched = matched_parts(stored, occurrences);
  }
  Document& document = stored.metadata;
  hit.id = std::move(document.id);
  hit.title = std::move(document.title);
  hit.date = std::move(document.date);
  hit.lang = std::move(document.lang);
  hit.source = std::move(document.source);
  hit.url = std::move(document.url);
  hit.symbol = std::move(document.symbol);
  hit.type = std::move(document.type);
  hit.extra = std::move(document.extra);
  hit.organizations = std::move(stored.entities.organizations);
  if (indexes.may_have_copies(ranked.document))
    hit.copies = count_copies(database(), ranked.document);
  return hit;
}

// The hits of a page, made in the order in which their documents stand in the index: neighbours share its blocks.
Result<std::vector<Hit>> Searcher::State::make_hits(const SearchRequest& request,
                                                    const CompiledQuery& query,
                                                    const std::vector<Ranked>& page,
                                                    RecordCache& records) const {
  std::vector<std::size_t> places(page.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::sort(places.begin(), places.end(),
            [&page](std::size_t a, std::size_t b) { return page[a].document < page[b].document; });
  TermChecker terms = indexes.term_checker();
  std::vector<Hit> hits(page.size());
  for (const std::size_t place : places) {
    Result<Hit> hit = make_hit(request, query, page[place], records, terms);
    if (!hit) return hit.error();
    hits[place] = std::move(*hit);
    hits[place].rank = request.offset + static_cast<unsigned>(place) + 1;
  }
  return hits;
}

Result<Answer> Searcher::State::search(const SearchRequest& request, SearchRun& run) {
  const auto start = std::chrono::steady_clock::now();
  if (Result<void> good = FacetCounter::check(request.facets); !good) return good.error();
  Answer answer;
  answer.query = request.query;
  ParsedQuery parsed = parse_query(request.query);
  Result<std::vector<Clause>> filters = filter_clauses(request.filters);
  if (!filters) return filters.error();
  const Clause root = with_filters(parsed.root, std::move(*filters));
  answer.parsed = to_string(root);
  answer.notes = std::move(parsed.notes);
  CompiledQuery query = compile_query(root, indexes.view(run), analyzer, request.reach);
  if (request.compiled) answer.compiled = query.any.get_description();
  std::move(query.notes.begin(), query.notes.end(), std::back_inserter(answer.notes));
  for (const NamedOrganization& named : query.organizations) {
    const Organization& known = organization(named.number);
    answer.organizations.push_back({std::string(known.id), named.text, std::string(known.label)});
  }

  for (std::string& note : indexes.missing()) {
    answer.notes.push_back(std::move(note));
    answer.partial = true;
  }
  std::optional<FacetCounter> facets;
  if (!request.facets.empty()) facets.emplace(request.facets);
  if (indexes.is_remote()) {
    query.all = without_checks(query.all);
    const Xapian::Query any = without_checks(query.any);
    if (any.internal.get() != query.any.internal.get())
      answer.notes.emplace_back(
          "phrases within a larger query are found by their words where a part of the index is remote");
    query.any = any;
  }
  RecordCache records(database());
  const Result<Matches> matches =
      find_matches(indexes, request, query, run, facets ? &*facets : nullptr, records);
  if (!matches) return matches.error();
  answer.total = matches->total;
  answer.total_exact = matches->exact;
  if (facets) answer.facets = facets->facets();
  Result<std::vector<Hit>> hits = make_hits(request, query, matches->page, records);
  if (!hits) return hits.error();
  answer.hits = std::move(*hits);
  if (request.suggest) append_suggestions(request, parsed.root, run, answer);
  if (run.deadline.has_cut()) {
    answer.notes.push_back("the search was ended after " + seconds_text(time_limit) +
                           ": these are the best found until then");
    answer.partial = true;
  }
  const auto took = std::chrono::steady_clock::now() - start;
  answer.took_us = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(took).count());
  return answer;
}

void Searcher::State::append_suggestions(const SearchRequest& request, const Clause& root,
                                         SearchRun& run, Answer& answer) {
  const QueryCounter count = [&](const std::string& query) {
    SearchRequest other = request;
    other.query = query;
    other.limit = 1;
    other.offset = other.passages = 0;
    other.facets.clear();
    other.suggest = false;
    const Result<Answer> found = search(other, run);
    return found && !found->hits.empty() ? found->total : 0;
  };
  std::vector<Correction> wrong;
  for (const std::string& text : plain_texts(root)) {
    for (Correction& one : corrections(text, database(), run.counts, analyzer, indexes.langs()))
      wrong.push_back(std::move(one));
  }
  const std::string missing = missing_words(wrong);
  for (const Correction& one : wrong) answer.missing.push_back(one.word);
  const std::string better = corrected(request.query, wrong);
  const std::uint64_t total = better == request.query ? 0 : count(better);
  if (total > 0) answer.suggestions.push_back({better, missing, total});
  if (answer.total > 0) return;
  for (Suggestion& one : looser_queries(root, count)) answer.suggestions.push_back(std::move(one));
}

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Result<Searcher> Searcher::open(const std::vector<std::string>& directories) {
  Result<IndexSet> indexes = IndexSet::open(directories);
  if (!indexes) return indexes.error();
  return Searcher(std::make_unique<State>(State{.indexes = std::move(*indexes), .analyzer = {}}));
}

void Searcher::set_time_limit(std::chrono::milliseconds limit) { state_->time_limit = limit; }

Result<Answer> Searcher::search(const SearchRequest& request) {
  if (Result<void> fresh = state_->indexes.refresh(); !fresh) return fresh.error();
  const auto search = [&] {
    return guard_xapian("cannot search", [&] {
      SearchRun run(state_->time_limit, state_->indexes.counts());
      return state_->search(request, run);
    });
  };
  Result<Answer> answer = search();
  if (!answer && state_->indexes.drop_dead_servers()) return search();
  return answer;
}

Result<MarkedDocument> Searcher::State::show(const std::string& id, const SearchRequest& request) {
  const auto posting = database().postlist_begin(id_term(id));
  if (posting == database().postlist_end(id_term(id))) {
    return Error{Errc::kNotFound, "there is no document '" + id + "'",
                 "ids are shown with --format ids"};
  }
  const Xapian::docid number = *posting;
  DocumentRecords records(database().get_document(number));
  Result<StoredDocument> read = records.stored();
  if (!read) return read.error();
  StoredDocument& stored = *read;
  Result<std::string> body = stored.body(0, stored.body_bytes);
  if (!body) return body.error();
  MarkedDocument shown;
  if (!request.query.empty()) {
    SearchRun run(time_limit, indexes.counts());
    const CompiledQuery query =
        compile_query(parse_query(request.query).root, indexes.view(run), analyzer, request.reach);
    TermChecker terms(database());
    const std::vector<Occurrence> occurrences =
        find_occurrences({number, stored, records.positions()}, terms, query.markers);
    shown.title_marks = mark_title(stored, occurrences);
    shown.body_marks = mark_body(stored, *body, occurrences);
  }
  shown.document = std::move(stored.metadata);
  shown.document.body = std::move(*body);
  return shown;
}

Result<Document> Searcher::show(const std::string& id) {
  Result<MarkedDocument> shown = show(id, {});
  if (!shown) return shown.error();
  return std::move(shown->document);
}

Result<MarkedDocument> Searcher::show(const std::string& id, const SearchRequest& request) {
  if (Result<void> fresh = state_->indexes.refresh(); !fresh) return fresh.error();
  return guard_xapian("cannot read '" + id + "'", [&] { return state_->show(id, request); });
}

Result<IndexStats> Searcher::stats() {
  if (Result<void> fresh = state_->indexes.refresh(); !fresh) return fresh.error();
  return guard_xapian("cannot read the index", [&] {
    const Xapian::Database& database = state_->database();
    IndexStats stats;
    stats.documents = count_documents(database);
    if (stats.documents > 0) stats.langs = state_->indexes.langs();
    const std::string organizations = make_term(kOrganizationPrefix, "");
    for (auto term = database.allterms_begin(organizations);
         term != database.allterms_end(organizations); ++term) {
      ++stats.organizations;
    }
    stats.first_date = database.get_value_lower_bound(kDateSlot);
    stats.last_date = database.get_value_upper_bound(kDateSlot);
    stats.schema = kSchemaVersion;
    stats.analyzer = kAnalyzerVersion;
    return stats;
  });
}

}  // namespace dragoman
