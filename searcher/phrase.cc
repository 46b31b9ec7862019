#include "phrase.h"

#include <algorithm>
#include <utility>

#include "dragoman/schema.h"
#include "late_source.h"

namespace dragoman {
namespace {

using Xapian::Query;
using Positions = std::vector<std::uint32_t>;

std::string description_of(const std::vector<PhraseSlot>& slots) {
  std::string out;
  for (const PhraseSlot& slot : slots) {
    out += " " + std::to_string(slot.offset) + ":";
    for (const std::string& term : slot.terms) out += (out.back() == ':' ? "" : "|") + term;
  }
  return out;
}

// Of the documents that have all words those that have them at the right places.
class PositionFilter : public LateSource {
 public:
  PositionFilter(PositionCheck check, SearchRun& run) : check_(std::move(check)), run_(run) {}

  void init(const Xapian::Database& shard) override {
    LateSource::init(shard);
    records_ = &run_.records.of(shard);
  }

  // Where the deadline has passed, the end is reached only by moving on: lists above this one expect no end here.
  bool check(Xapian::docid document, double) override {
    stand_at(document);
    return !run_.deadline.passed() && matches(document);
  }

  PostingSource* clone() const override { return new PositionFilter(check_, run_); }
  std::string get_description() const override {
    return (check_.window == 0 ? "Phrase(" : "Near(" + std::to_string(check_.window)) +
           description_of(check_.slots) + ")";
  }

 private:
  Xapian::docid first_from(Xapian::docid document) override {
    while (document < end() && !run_.deadline.passed() && !matches(document)) ++document;
    return run_.deadline.has_cut() ? end() : document;
  }

  bool matches(Xapian::docid document) const {
    return check_.matches(records_->of(document).positions());
  }

  PositionCheck check_;
  SearchRun& run_;
  RecordCache* records_ = nullptr;  // of the shard
};

// The place of an organization's last word is no term; the document has its first word too.
std::string indexed_term(const std::string& term) {
  if (!term.starts_with(std::string(kOrganizationEndPrefix) + kPrefixSeparator)) return term;
  return std::string(kOrganizationPrefix) + term.substr(kOrganizationEndPrefix.size());
}

// Whether some window has a position of every slot: the slots' positions are walked together, the lowest one
// moving on.
bool are_near(const PositionTable& table, const std::vector<PhraseSlot>& slots,
              std::uint32_t window) {
  std::vector<Positions> lists;
  for (const PhraseSlot& slot : slots) lists.push_back(table.find(slot.terms));
  std::vector<std::size_t> at(lists.size(), 0);
  while (true) {
    std::size_t lowest = 0;
    std::uint32_t first = UINT32_MAX, last = 0;
    for (std::size_t i = 0; i < lists.size(); ++i) {
      if (at[i] >= lists[i].size()) return false;
      const std::uint32_t position = lists[i][at[i]];
      if (position < first) lowest = i;
      first = std::min(first, position);
      last = std::max(last, position);
    }
    if (last - first <= window) return true;
    ++at[lowest];
  }
}

}  // namespace

Positions phrase_matches(const PositionTable& table, const std::vector<PhraseSlot>& slots) {
  Positions starts = table.find(slots[0].terms);
  for (std::size_t i = 1; i < slots.size() && !starts.empty(); ++i) {
    const Positions next = table.find(slots[i].terms);
    const std::uint32_t offset = slots[i].offset - slots[0].offset;
    std::erase_if(starts, [&](std::uint32_t at) {
      return !std::binary_search(next.begin(), next.end(), at + offset);
    });
  }
  return starts;
}

bool PositionCheck::matches(const PositionTable& table) const {
  return window > 0 ? are_near(table, slots, window) : !phrase_matches(table, slots).empty();
}

Query words_query(const std::vector<PhraseSlot>& slots) {
  std::vector<Query> words;
  for (const PhraseSlot& slot : slots) {
    std::vector<std::string> terms;
    for (const std::string& term : slot.terms) terms.push_back(indexed_term(term));
    words.push_back(terms.size() == 1 ? Query(terms[0])
                                      : Query(Query::OP_SYNONYM, terms.begin(), terms.end()));
  }
  return words.size() == 1 ? words[0] : Query(Query::OP_AND, words.begin(), words.end());
}

Query checked_query(const Query& query, PositionCheck check, SearchRun& run) {
  if (check.slots.size() < 2) return query;
  return Query(Query::OP_FILTER, query,
               Query((new PositionFilter(std::move(check), run))->release()));
}

Query without_checks(const Query& query) {
  std::vector<Query> parts;
  bool changed = false;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Query part = query.get_subquery(i);
    if (part.get_type() == Query::LEAF_POSTING_SOURCE) {
      changed = true;
      continue;
    }
    parts.push_back(without_checks(part));
    changed = changed || parts.back().internal.get() != part.internal.get();
  }
  if (!changed) return query;
  if (parts.size() == 1) return parts[0];
  return Query(query.get_type(), parts.begin(), parts.end());
}

Query scaled(double factor, const Query& query) {
  if (query.empty()) return query;
  if (without_checks(query).internal.get() == query.internal.get())
    return Query(Query::OP_SCALE_WEIGHT, query, factor);
  std::vector<Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Query part = query.get_subquery(i);
    parts.push_back(part.get_type() == Query::LEAF_POSTING_SOURCE ? part : scaled(factor, part));
  }
  return Query(query.get_type(), parts.begin(), parts.end());
}

}  // namespace dragoman
