#include "dragoman/searcher/searcher.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <unordered_set>
#include <utility>

#include <xapian.h>

#include "copies.h"
#include "dragoman/analyzers/analyzer.h"
#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/schema.h"
#include "dragoman/searcher/query_parser.h"
#include "dragoman/stored_document.h"
#include "facets.h"
#include "highlighter.h"
#include "index_set.h"
#include "live_documents.h"
#include "occurrences.h"
#include "query_compiler.h"
#include "ranking_profile.h"
#include "reranker.h"
#include "suggestions.h"
#include "xapian_guard.h"

namespace dragoman {
namespace {

// Of remote indexes more is fetched than wanted where a server cannot check what a hit must satisfy.
constexpr Xapian::doccount kCandidates = 500;

constexpr Xapian::doccount kCountedExactly = 1000;  // matches, before the total is an estimate

// Checks what the terms alone do not tell, of documents that would be among the best.
class HitDecider : public Xapian::MatchDecider {
 public:
  HitDecider(const CompiledQuery& query, const SearchRequest& request)
      : query_(query), request_(request) {}

  bool needed() const { return !query_.checks.empty() || !query_.exact.empty() || request_.wanted; }

  bool operator()(const Xapian::Document& document) const override {
    return has_positions(document) && has_surfaces(document) && is_wanted(document);
  }

 private:
  bool has_positions(const Xapian::Document& document) const {
    if (query_.checks.empty()) return true;
    const std::string data = document.get_value(kPositionsSlot);
    const PositionTable table(data);
    return std::all_of(query_.checks.begin(), query_.checks.end(),
                       [&table](const PositionCheck& check) { return check.matches(table); });
  }

  bool has_surfaces(const Xapian::Document& document) const {
    if (query_.exact.empty()) return true;
    const Result<StoredDocument> stored = decode_stored(document.get_data());
    if (!stored) return false;
    const Result<std::string> body = stored->body(0, stored->body_bytes);
    if (!body) return false;
    return std::all_of(query_.exact.begin(), query_.exact.end(), [&](const std::string& surface) {
      return stored->metadata.title.find(surface) != std::string::npos ||
             body->find(surface) != std::string::npos;
    });
  }

  bool is_wanted(const Xapian::Document& document) const {
    if (!request_.wanted) return true;
    const std::string first = document.get_value(kCopyOfSlot);
    return request_.wanted(document.get_value(kIdSlot)) &&
           (first.empty() || request_.wanted(first));
  }

  const CompiledQuery& query_;
  const SearchRequest& request_;
};

// Matches that come before others.
struct Tier {
  std::vector<Ranked> matches;
  std::unordered_set<Xapian::docid> documents;
  std::unordered_set<std::string> groups;  // of copies

  // Takes what a tier above has not, itself or as a copy.
  template <typename Passes>
  void take(const Xapian::MSet& found, const Tier& above, const Passes& passes) {
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      if (!passes(hit)) continue;
      std::string group = hit.get_collapse_key();
      if (above.documents.contains(*hit) || above.groups.contains(group)) continue;
      documents.insert(*hit);
      if (!group.empty()) groups.insert(std::move(group));
      matches.push_back({*hit, hit.get_weight()});
    }
  }
};

struct Matches {
  std::vector<Ranked> page;
  std::uint64_t total = 0;
  bool exact = false;
};

Result<void> set_order(Xapian::Enquire& enquire, const std::string& sort) {
  if (sort == "relevance") return {};
  if (sort == "date" || sort == "date-") {
    enquire.set_sort_by_value_then_relevance(kDateSlot, sort == "date-");
  } else if (sort == "symbol") {
    enquire.set_sort_by_value_then_relevance(kSymbolSlot, false);
  } else {
    return Error{Errc::kUsage, "there is no order '" + sort + "'",
                 "orders are relevance, date, date- and symbol"};
  }
  return {};
}

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

}  // namespace

struct Searcher::State {
  IndexSet indexes;
  Analyzer analyzer;

  const Xapian::Database& database() const { return indexes.database(); }

  Result<Matches> match(const SearchRequest& request, const CompiledQuery& query,
                        FacetCounter* facets) const;
  Result<Hit> make_hit(const SearchRequest& request, const CompiledQuery& query,
                       const Ranked& ranked) const;
  Result<Answer> search(const SearchRequest& request);
  void append_suggestions(const SearchRequest& request, const Clause& root, Answer& answer);
  Result<MarkedDocument> show(const std::string& id, const SearchRequest& request);
  bool collapses(const SearchRequest& request) const {
    return !request.all_copies && indexes.has_copies();
  }
  void show_first_copies(const CompiledQuery& query, std::vector<Ranked>& page) const;
  void order_ties(std::vector<Ranked>& page) const;
};

// A score that none reaches whose bound is `most`. Bounds of Xapian change a little with what an index once held;
// powers of two do not.
double above(double most) { return most > 0 ? std::exp2(std::ceil(std::log2(most))) : 0; }

// Documents with all words come first. Often they fill the page, and then the others need not be ranked.
Result<Matches> Searcher::State::match(const SearchRequest& request, const CompiledQuery& query,
                                       FacetCounter* facets) const {
  Matches matches;
  if (query.any.empty() || database().get_doccount() == 0) {
    matches.exact = true;
    return matches;
  }
  constexpr const RankingProfile& kProfile = kDefaultRanking;
  const Xapian::doccount wanted = request.offset + request.limit;
  const bool ranked = request.sort == "relevance";
  const HitDecider decider(query, request);
  const bool remote = indexes.is_remote();
  const bool checked_here = remote && decider.needed();
  const HitDecider* decides = decider.needed() && !remote ? &decider : nullptr;
  const Xapian::doccount documents = database().get_doccount();
  const auto passes = [&](const Xapian::MSetIterator& hit) {
    return !checked_here || decider(hit.get_document());
  };
  Xapian::Enquire enquire(database());
  enquire.set_weighting_scheme(kProfile.weight(database()));
  if (Result<void> order = set_order(enquire, request.sort); !order) return order.error();
  if (collapses(request)) enquire.set_collapse_key(kGroupSlot);

  EvidenceScorer scorer(ranked ? query.evidence : Evidence(), kProfile);
  // All that are ordered anew, whatever page is asked for: pages must not share hits.
  const int depth = decider.needed() || remote ? kProfile.reranked_checked : kProfile.reranked;
  const Xapian::doccount looked_at =
      scorer.has_evidence() ? std::max(wanted, static_cast<Xapian::doccount>(depth)) : wanted;
  const Xapian::doccount candidates = !checked_here    ? looked_at
                                      : request.wanted ? documents
                                                       : looked_at + kCandidates;
  Tier first, second;
  const bool with_all = ranked && !query.all.empty() && wanted > 0 &&
                        query.evidence.units.size() <= kProfile.all_first;
  if (with_all) {
    enquire.set_query(query.all);
    first.take(enquire.get_mset(0, candidates, nullptr, decides), {}, passes);
    rerank(database(), scorer, depth, first.matches);
  }
  enquire.set_query(query.any);
  if (facets != nullptr) facets->watch(enquire);
  std::vector<Ranked>& found = first.matches;
  const bool filled = with_all && found.size() >= wanted;
  const Xapian::doccount more =
      filled || wanted == 0 ? 0 : candidates + static_cast<Xapian::doccount>(found.size());
  const Xapian::doccount counted =
      facets != nullptr || request.wanted || documents <= kCountedExactly ? documents : more;
  const Xapian::MSet any = enquire.get_mset(0, more, counted, nullptr, decides);
  second.take(any, first, passes);
  rerank(database(), scorer, depth, second.matches);
  for (Ranked& hit : found) hit.score += above(any.get_max_possible() + scorer.most());
  found.insert(found.end(), second.matches.begin(), second.matches.end());
  const std::size_t all_found = found.size();
  found.resize(std::min<std::size_t>(all_found, wanted));
  const auto skipped = std::min<std::size_t>(request.offset, found.size());
  matches.page.assign(found.begin() + static_cast<std::ptrdiff_t>(skipped), found.end());
  if (ranked) order_ties(matches.page);  // within a page: pages must not share hits
  if (ranked && collapses(request)) show_first_copies(query, matches.page);
  matches.total = std::max<std::uint64_t>(any.get_matches_estimated(), found.size());
  matches.exact = any.get_matches_lower_bound() == any.get_matches_upper_bound();
  if (checked_here && any.size() < more) matches.total = all_found;
  if (checked_here) matches.exact = any.size() < more;
  return matches;
}

// The best match among copies stands for all; what is shown is the one that came first.
void Searcher::State::show_first_copies(const CompiledQuery& query,
                                        std::vector<Ranked>& page) const {
  if (!query.exact.empty()) return;  // which copy has the very letters is not known here
  for (Ranked& hit : page) hit.document = first_copy(database(), hit.document, query.any);
}

// Equal scores: the later date first, then by id, so that the order never depends on how the index grew.
void Searcher::State::order_ties(std::vector<Ranked>& page) const {
  const auto value = [this](const Ranked& hit, Xapian::valueno slot) {
    return database().get_document(hit.document).get_value(slot);
  };
  for (auto begin = page.begin(); begin != page.end();) {
    const auto end = std::find_if(begin, page.end(),
                                  [begin](const Ranked& hit) { return hit.score != begin->score; });
    if (end - begin > 1) {
      std::sort(begin, end, [&value](const Ranked& a, const Ranked& b) {
        const std::string a_date = value(a, kDateSlot), b_date = value(b, kDateSlot);
        return a_date != b_date ? a_date > b_date : value(a, kIdSlot) < value(b, kIdSlot);
      });
    }
    begin = end;
  }
}

Result<Hit> Searcher::State::make_hit(const SearchRequest& request, const CompiledQuery& query,
                                      const Ranked& ranked) const {
  Result<StoredDocument> stored =
      decode_stored(database().get_document(ranked.document, Xapian::DOC_ASSUME_VALID).get_data());
  if (!stored) return stored.error();
  Hit hit;
  hit.score = ranked.score;
  if (request.passages > 0) {
    const std::vector<Occurrence> occurrences =
        find_occurrences(database(), ranked.document, *stored, query.markers);
    Result<std::vector<Passage>> passages =
        choose_passages(*stored, occurrences, query.markers, request.passages);
    if (!passages) return passages.error();
    hit.passages = std::move(*passages);
    hit.title_marks = mark_title(*stored, occurrences);
    hit.matched = matched_parts(*stored, occurrences);
  }
  Document& document = stored->metadata;
  hit.id = std::move(document.id);
  hit.title = std::move(document.title);
  hit.date = std::move(document.date);
  hit.lang = std::move(document.lang);
  hit.source = std::move(document.source);
  hit.url = std::move(document.url);
  hit.symbol = std::move(document.symbol);
  hit.type = std::move(document.type);
  hit.extra = std::move(document.extra);
  hit.organizations = std::move(stored->entities.organizations);
  if (indexes.has_copies()) hit.copies = count_copies(database(), ranked.document);
  return hit;
}

Result<Answer> Searcher::State::search(const SearchRequest& request) {
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
  CompiledQuery query = compile_query(root, indexes.view(), analyzer, request.reach);
  answer.compiled = query.any.get_description();
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
  const Result<Matches> matches = match(request, query, facets ? &*facets : nullptr);
  if (!matches) return matches.error();
  answer.total = matches->total;
  answer.total_exact = matches->exact;
  if (facets) answer.facets = facets->facets();
  for (const Ranked& ranked : matches->page) {
    Result<Hit> hit = make_hit(request, query, ranked);
    if (!hit) return hit.error();
    hit->rank = request.offset + static_cast<unsigned>(answer.hits.size()) + 1;
    answer.hits.push_back(std::move(*hit));
  }
  if (request.suggest) append_suggestions(request, parsed.root, answer);
  const auto took = std::chrono::steady_clock::now() - start;
  answer.took_us = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(took).count());
  return answer;
}

void Searcher::State::append_suggestions(const SearchRequest& request, const Clause& root,
                                         Answer& answer) {
  const QueryCounter count = [&](const std::string& query) {
    SearchRequest other = request;
    other.query = query;
    other.limit = 1;
    other.offset = other.passages = 0;
    other.facets.clear();
    other.suggest = false;
    const Result<Answer> found = search(other);
    return found && !found->hits.empty() ? found->total : 0;
  };
  std::vector<Correction> wrong;
  for (const std::string& text : plain_texts(root)) {
    for (Correction& one : corrections(text, database(), analyzer, indexes.langs()))
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
  return Searcher(std::make_unique<State>(State{std::move(*indexes), {}}));
}

Result<Answer> Searcher::search(const SearchRequest& request) {
  if (Result<void> fresh = state_->indexes.refresh(); !fresh) return fresh.error();
  const auto search = [&] {
    return guard_xapian("cannot search", [&] { return state_->search(request); });
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
  Result<StoredDocument> stored = decode_stored(database().get_document(number).get_data());
  if (!stored) return stored.error();
  Result<std::string> body = stored->body(0, stored->body_bytes);
  if (!body) return body.error();
  MarkedDocument shown;
  if (!request.query.empty()) {
    const CompiledQuery query =
        compile_query(parse_query(request.query).root, indexes.view(), analyzer, request.reach);
    const std::vector<Occurrence> occurrences =
        find_occurrences(database(), number, *stored, query.markers);
    shown.title_marks = mark_title(*stored, occurrences);
    shown.body_marks = mark_body(*stored, *body, occurrences);
  }
  shown.document = std::move(stored->metadata);
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
