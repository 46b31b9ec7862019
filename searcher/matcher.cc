#include "matcher.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>

#include <xapian.h>

#include "copies.h"
#include "deadline_source.h"
#include "dragoman/schema.h"
#include "hit_decider.h"
#include "ranking_profile.h"
#include "term_source.h"
#include "word_matcher.h"
#include "word_units.h"

namespace dragoman {
namespace {

constexpr const RankingProfile& kProfile = kDefaultRanking;

// Of remote indexes more is fetched than wanted where a server cannot check what a hit must satisfy.
constexpr Xapian::doccount kCandidates = 500;

// Of candidates, fetched beyond those wanted, where some will be copies of others; four times as many when that was not
// enough.
constexpr Xapian::doccount kSpareForCopies = 4;

constexpr Xapian::doccount kCountedExactly = 1000;  // matches, before the total is an estimate

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

// A score that none reaches whose bound is `most`. Bounds of Xapian change a little with what an index once held;
// powers of two do not.
double above(double most) { return most > 0 ? std::exp2(std::ceil(std::log2(most))) : 0; }

// Equal scores: the later date first, then by id, so that the order never depends on how the index grew.
void order_ties(const Xapian::Database& database, std::vector<Ranked>& page) {
  const auto value = [&database](const Ranked& hit, Xapian::valueno slot) {
    return database.get_document(hit.document).get_value(slot);
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

struct Candidate {
  Ranked match;
  GroupKey group = kNoGroup;  // of copies
};

// What Xapian finds for one query.
struct Found {
  std::vector<Candidate> hits;
  std::uint64_t total = 0;
  bool exact = false;
  double most = 0;  // no score is higher
};

// What comes before others: no place for them again.
struct Seen {
  std::unordered_set<Xapian::docid> documents;
  std::unordered_set<GroupKey> groups;  // of copies
};

class Matcher {
 public:
  // All must outlive the matcher.
  Matcher(const IndexSet& indexes, const SearchRequest& request, const CompiledQuery& query,
          SearchRun& run, FacetCounter* facets, RecordCache& records)
      : indexes_(indexes),
        database_(indexes.database()),
        request_(request),
        query_(query),
        run_(run),
        facets_(facets),
        records_(records),
        decider_(query, request, run.deadline),
        ranked_(request.sort == "relevance"),
        scorer_(ranked_ ? query.evidence : Evidence(), kProfile),
        bounds_(database_, indexes.has_titles(), scorer_),
        enquire_(database_) {
    if (collapses() && !drops_copies()) enquire_.set_collapse_key(kGroupSlot);
  }

  Result<Matches> run() {
    if (Result<void> order = set_order(enquire_, request_.sort); !order) return order.error();
    std::vector<Ranked> found;
    Seen seen;
    if (has_first_tier()) {
      ask(query_.all);
      const Found first = fetch(candidates(), 0);
      found = ordered(first, seen, 0);
      seen = seen_in(first);
    }
    ask(query_.any);
    const Xapian::doccount more = has_first_tier() ? still_wanted(found.size())
                                  : wanted() > 0   ? candidates()
                                                   : 0;
    const Found any = fetch(more, counted(more));
    const std::vector<Ranked> second = ordered(any, seen, found.size());
    const Xapian::doccount counted_all = facets_ != nullptr ? count_facets() : 0;
    const double lift = above(any.most + scorer_.most());
    for (Ranked& match : found) match.score += lift;
    found.insert(found.end(), second.begin(), second.end());
    Matches matches;
    matches.total =
        std::max<std::uint64_t>(any.total, std::min<std::size_t>(found.size(), wanted()));
    matches.exact = any.exact;
    if (checks_here() && any.exact) matches.total = found.size();
    if (facets_ != nullptr && !any.exact && !checks_here()) {
      matches.total = counted_all;  // with all copies
      matches.exact = !collapses();
    }
    if (run_.deadline.has_cut()) matches.exact = false;
    matches.page = page_of(std::move(found));
    return matches;
  }

 private:
  Xapian::doccount wanted() const { return request_.offset + request_.limit; }
  Xapian::doccount documents() const { return database_.get_doccount(); }
  bool collapses() const { return !request_.all_copies && indexes_.has_copies(); }

  // Whether it is not Xapian that asks the decider: a server does not know it.
  bool checks_here() const { return indexes_.is_remote() && decider_.needed(); }
  const HitDecider* decides() const {
    return decider_.needed() && !indexes_.is_remote() ? &decider_ : nullptr;
  }

  // All that are ordered anew, whatever page is asked for: pages must not share hits.
  std::size_t depth() const {
    return decider_.needed() || indexes_.is_remote() ? kProfile.reranked_checked
                                                     : kProfile.reranked;
  }

  Xapian::doccount candidates() const {
    // One more than is ordered anew: the reranker sees whether its depth divides equals.
    const Xapian::doccount looked_at =
        scorer_.has_evidence() ? std::max(wanted(), static_cast<Xapian::doccount>(depth() + 1))
                               : wanted();
    if (!checks_here()) return looked_at;
    return request_.wanted ? documents() : looked_at + kCandidates;
  }

  bool has_first_tier() const {
    return ranked_ && !query_.all.empty() && wanted() > 0 &&
           query_.evidence.units.size() <= kProfile.all_first;
  }

  // Of the second tier, when the first one has so many.
  Xapian::doccount still_wanted(std::size_t found) const {
    return found >= wanted() ? 0 : candidates() + static_cast<Xapian::doccount>(found);
  }

  Xapian::doccount counted(Xapian::doccount fetched) const {
    const bool all = request_.wanted || documents() <= kCountedExactly;
    return all ? documents() : fetched;
  }

  // What is asked next.
  void ask(const Xapian::Query& query) {
    words_.reset();
    if (matches_words()) words_ = WordReader(database_, run_.counts, kProfile).words(query);
    if (words_ && words_->size() > kMostRankedWords) words_.reset();
    if (words_) return;
    enquire_.set_weighting_scheme(kProfile.weight(database_));
    enquire_.set_query(prepared(query));
  }

  // Whether a query of words needs nothing else that Xapian's matcher does.
  bool matches_words() const {
    return ranked_ && !indexes_.is_remote() && !decider_.needed() &&
           (!collapses() || drops_copies());
  }

  Xapian::Query prepared(const Xapian::Query& query) const {
    if (indexes_.is_remote()) return query;
    return until(run_.deadline, ranked_ ? with_term_sources(query, database_, run_.counts, kProfile,
                                                            indexes_.caches())
                                        : query);
  }

  // Whether copies are dropped from what Xapian finds, and not by Xapian, which reads the group of each document that
  // is good enough at the time. What is counted exactly, it counts.
  bool drops_copies() const {
    return collapses() && ranked_ && !request_.wanted && !indexes_.is_remote() &&
           documents() > kCountedExactly;
  }

  // Counting needs no weights, and ranking needs not all that match. Returns how many do.
  Xapian::doccount count_facets() const {
    return words_ ? count_facets_by_words() : count_facets_by_xapian();
  }

  Xapian::doccount count_facets_by_words() const {
    const std::vector<Xapian::Database>& shards = indexes_.shards();
    Xapian::doccount matches = 0;
    std::size_t open = shards.size();  // none yet
    each_match(*words_, shards, indexes_.caches(), run_.deadline,
               [&](std::size_t shard, std::span<const Xapian::docid> documents) {
                 if (shard != open)
                   facets_->open(shards[open = shard], indexes_.caches().of(shards[shard]).columns);
                 facets_->count(documents);
                 matches += static_cast<Xapian::doccount>(documents.size());
               });
    return matches;
  }

  Xapian::doccount count_facets_by_xapian() const {
    Xapian::Enquire counting(database_);
    counting.set_weighting_scheme(Xapian::BoolWeight());
    counting.set_docid_order(Xapian::Enquire::DONT_CARE);
    counting.set_query(indexes_.is_remote() ? query_.any : until(run_.deadline, query_.any));
    facets_->watch(counting);
    return counting.get_mset(0, 0, documents(), nullptr, decides()).get_matches_estimated();
  }

  // At most `most` documents of different groups, the best first; of `counted` it is certain that they match.
  Found fetch(Xapian::doccount most, Xapian::doccount counted) {
    if (!drops_copies() || most == 0) return look(most, counted);
    for (Xapian::doccount spare = most / kSpareForCopies + 1;; spare *= kSpareForCopies) {
      Found found = look(most + spare, counted);
      const bool was_all = found.hits.size() < most + spare;
      found = without_copies(std::move(found));
      if (found.hits.size() < most && !was_all) continue;
      found.hits.resize(std::min<std::size_t>(found.hits.size(), most));
      return found;
    }
  }

  Found look(Xapian::doccount most, Xapian::doccount counted) {
    return words_ ? look_by_words(most, counted) : look_by_xapian(most, counted);
  }

  Found look_by_words(Xapian::doccount most, Xapian::doccount counted) {
    const WordUnits units(scorer_.units(), *words_);
    WordMatches matches = match_words(*words_, indexes_.shards(), indexes_.caches(), run_.deadline,
                                      {.most = most, .counted = std::max(most, counted)});
    Found found{{}, matches.total, matches.exact, matches.most};
    for (Ranked& match : matches.best) {
      match.units = units.of(match.units);
      found.hits.push_back({match, {}});
    }
    return found;
  }

  Found look_by_xapian(Xapian::doccount most, Xapian::doccount counted) const {
    const Xapian::MSet matches =
        enquire_.get_mset(0, most, std::max(most, counted), nullptr, decides());
    Found found;
    for (auto hit = matches.begin(); hit != matches.end(); ++hit) {
      if (checks_here() && !decider_(hit.get_document())) continue;
      found.hits.push_back({{*hit, hit.get_weight()}, group_key(hit.get_collapse_key())});
    }
    found.most = matches.get_max_possible();
    found.total = matches.get_matches_estimated();
    found.exact = checks_here()
                      ? matches.size() < most
                      : matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
    return found;
  }

  // The total becomes what it is without copies, as far as it was seen.
  Found without_copies(Found found) const {
    const std::size_t all = found.hits.size();
    std::unordered_set<GroupKey> groups;
    std::erase_if(found.hits, [&](Candidate& hit) {
      hit.group = indexes_.groups().of(hit.match.document);
      return hit.group != kNoGroup && !groups.insert(hit.group).second;
    });
    if (all > 0) found.total = found.total * found.hits.size() / all;
    return found;
  }

  static Seen seen_in(const Found& found) {
    Seen seen;
    for (const Candidate& hit : found.hits) {
      seen.documents.insert(hit.match.document);
      if (hit.group != kNoGroup) seen.groups.insert(hit.group);
    }
    return seen;
  }

  // What was not seen, itself or as a copy, in the order in which it comes behind `before` others.
  std::vector<Ranked> ordered(const Found& found, const Seen& seen, std::size_t before) {
    std::vector<Ranked> matches;
    for (const Candidate& hit : found.hits) {
      if (!seen.documents.contains(hit.match.document) && !seen.groups.contains(hit.group))
        matches.push_back(hit.match);
    }
    rerank(
        records_, bounds_, scorer_,
        {.reranked = depth(), .wanted = wanted_behind(before), .skipped = skipped_behind(before)},
        matches);
    return matches;
  }

  // How many of the matches behind so many are wanted. A server would send whole lists to tell what is not: there all are.
  std::size_t wanted_behind(std::size_t before) const {
    if (before >= wanted()) return 0;
    return indexes_.is_remote() ? documents() : wanted() - before;
  }

  // … and how many of these are on the pages before.
  std::size_t skipped_behind(std::size_t before) const {
    if (before >= request_.offset || indexes_.is_remote()) return 0;
    return request_.offset - before;
  }

  std::vector<Ranked> page_of(std::vector<Ranked> found) const {
    found.resize(std::min<std::size_t>(found.size(), wanted()));
    const auto skipped = std::min<std::size_t>(request_.offset, found.size());
    found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(skipped));
    if (!ranked_) return found;
    order_ties(database_, found);  // within a page: pages must not share hits
    if (collapses()) show_first_copies(found);
    return found;
  }

  // The best match among copies stands for all; what is shown is the one that came first.
  void show_first_copies(std::vector<Ranked>& page) const {
    if (!query_.exact.empty()) return;  // which copy has the very letters is not known here
    for (Ranked& hit : page) {
      if (indexes_.may_have_copies(hit.document))
        hit.document = first_copy(database_, hit.document, query_.any);
    }
  }

  const IndexSet& indexes_;
  const Xapian::Database& database_;
  const SearchRequest& request_;
  const CompiledQuery& query_;
  SearchRun& run_;
  FacetCounter* facets_;
  RecordCache& records_;
  HitDecider decider_;
  bool ranked_;  // by relevance
  EvidenceScorer scorer_;
  EvidenceBounds bounds_;
  Xapian::Enquire enquire_;
  std::optional<std::vector<RankedWord>> words_;  // what is asked, where it is any of some words
};

}  // namespace

Result<Matches> find_matches(const IndexSet& indexes, const SearchRequest& request,
                             const CompiledQuery& query, SearchRun& run, FacetCounter* facets,
                             RecordCache& records) {
  if (query.any.empty() || indexes.database().get_doccount() == 0)
    return Matches{.page = {}, .total = 0, .exact = true};
  return Matcher(indexes, request, query, run, facets, records).run();
}

}  // namespace dragoman
