#include "term_source.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "bm25.h"
#include "live_documents.h"

namespace dragoman {
namespace {

using Xapian::Query;

// Sums of floating point are not exact: a document a little below what is asked for is no waste.
constexpr double kSlack = 1 - 1e-9;

// Documents that have any of some terms, as if these were one word.
class TermSource : public Xapian::PostingSource {
 public:
  TermSource(std::vector<std::string> terms, const Bm25& bm25, ShardLengths& lengths)
      : terms_(std::move(terms)), bm25_(bm25), all_lengths_(lengths) {}

  Xapian::doccount get_termfreq_min() const override { return fewest_; }
  Xapian::doccount get_termfreq_est() const override { return (fewest_ + most_) / 2; }
  Xapian::doccount get_termfreq_max() const override { return most_; }

  void init(const Xapian::Database& shard) override {
    lengths_ = &all_lengths_.of(shard);
    lists_.clear();
    fewest_ = most_ = most_times_ = 0;
    for (const std::string& term : terms_) {
      const Xapian::doccount documents = shard.get_termfreq(term);
      if (documents == 0) continue;
      fewest_ = std::max(fewest_, documents);
      most_ += documents;
      most_times_ += shard.get_wdf_upper_bound(term);
      lists_.push_back(shard.postlist_begin(term));
    }
    most_ = std::min(most_, shard.get_doccount());
    shortest_ = shard.get_doclength_lower_bound();
    least_weight_ = 0;
    least_times_ = 1;
    document_ = times_ = 0;
    set_maxweight(bm25_.score(most_times_, shortest_));
  }

  void next(double least) override { move_to(document_ + 1, least); }
  void skip_to(Xapian::docid document, double least) override {
    if (document > document_) move_to(document, least);
  }
  bool at_end() const override { return lists_.empty(); }
  Xapian::docid get_docid() const override { return document_; }
  double get_weight() const override { return bm25_.score(times_, lengths_->of(document_)); }

  PostingSource* clone() const override { return new TermSource(terms_, bm25_, all_lengths_); }
  std::string get_description() const override {
    std::string out;
    for (const std::string& term : terms_) out += (out.empty() ? "" : " SYNONYM ") + term;
    return out;
  }

 private:
  // To the first document from `document` on that has the word often enough to weigh `least`.
  void move_to(Xapian::docid document, double least) {
    if (least > least_weight_) raise(least);
    if (least_times_ > most_times_) lists_.clear();
    if (lists_.size() == 1) {
      move_one(document);
    } else {
      move_several(document);
    }
  }

  void raise(double least) {
    least_weight_ = least;
    while (least_times_ <= most_times_ && bm25_.score(least_times_, shortest_) < least * kSlack)
      ++least_times_;
  }

  void move_one(Xapian::docid document) {
    Xapian::PostingIterator& at = lists_[0];
    const Xapian::PostingIterator end;
    if (document > document_ + 1 || document_ == 0) {
      at.skip_to(document);
    } else if (*at < document) {
      ++at;
    }
    while (at != end && (times_ = at.get_wdf()) < least_times_) ++at;
    if (at == end) return lists_.clear();
    document_ = *at;
  }

  void move_several(Xapian::docid document) {
    for (; !lists_.empty(); document = document_ + 1) {
      for (Xapian::PostingIterator& at : lists_) {
        if (*at < document) at.skip_to(document);
      }
      std::erase(lists_, Xapian::PostingIterator());
      find_next();
      if (times_ >= least_times_) return;
    }
  }

  // The first document of any list, and how often the lists have it.
  void find_next() {
    document_ = times_ = 0;
    for (const Xapian::PostingIterator& at : lists_) {
      if (document_ == 0 || *at < document_) {
        document_ = *at;
        times_ = 0;
      }
      if (*at == document_) times_ += at.get_wdf();
    }
  }

  std::vector<std::string> terms_;
  Bm25 bm25_;
  ShardLengths& all_lengths_;
  DocumentLengths* lengths_ = nullptr;
  std::vector<Xapian::PostingIterator> lists_;  // none at its end
  Xapian::doccount fewest_ = 0, most_ = 0;      // documents
  Xapian::termcount most_times_ = 0;            // in one document
  Xapian::termcount shortest_ = 0;              // document
  double least_weight_ = 0;                     // that is still of use
  Xapian::termcount least_times_ = 1;           // … which takes so many
  Xapian::docid document_ = 0;                  // 0: not started
  Xapian::termcount times_ = 0;                 // that it has the word
};

class Converter {
 public:
  Converter(const Xapian::Database& database, const RankingProfile& profile, ShardLengths& lengths)
      : database_(database), profile_(profile), lengths_(lengths) {
    const double all = database.get_doccount();
    counts_.documents = std::max<double>(count_documents(database), 1);
    counts_.mean_length = database.get_average_length() * all / counts_.documents;
  }

  Query convert(const Query& query) const {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return is_word(query) ? source({*query.get_terms_begin()}) : query;
      case Query::OP_SYNONYM:
        return synonyms(query);
      case Query::OP_OR:
      case Query::OP_AND_MAYBE:
        return with_parts(query, query.get_num_subqueries());
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
        return with_parts(query, 1);
      default:
        return query;
    }
  }

 private:
  static bool is_word(const Query& leaf) {
    return leaf.get_length() == 1 && leaf.get_terms_begin() != leaf.get_terms_end();
  }

  Query with_parts(const Query& query, std::size_t ranked) const {
    std::vector<Query> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
      parts.push_back(i < ranked ? convert(query.get_subquery(i)) : query.get_subquery(i));
    return Query(query.get_type(), parts.begin(), parts.end());
  }

  Query synonyms(const Query& query) const {
    std::vector<std::string> terms;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      const Query part = query.get_subquery(i);
      if (part.get_type() != Query::LEAF_TERM || !is_word(part)) return query;
      terms.push_back(*part.get_terms_begin());
    }
    return source(std::move(terms));
  }

  // As in Xapian, terms of one word are thought to come together no more often than by accident.
  Query source(std::vector<std::string> terms) const {
    const double all = std::max<double>(database_.get_doccount(), 1);
    double without = 1;
    for (const std::string& term : terms) without *= 1 - database_.get_termfreq(term) / all;
    Bm25Counts counts = counts_;
    counts.with_word = std::round(all * (1 - without));
    const Bm25 bm25(profile_.k1, profile_.b, counts);
    return Query((new TermSource(std::move(terms), bm25, lengths_))->release());
  }

  const Xapian::Database& database_;
  const RankingProfile& profile_;
  ShardLengths& lengths_;
  Bm25Counts counts_;
};

}  // namespace

Query with_term_sources(const Query& query, const Xapian::Database& database,
                        const RankingProfile& profile, ShardLengths& lengths) {
  return Converter(database, profile, lengths).convert(query);
}

}  // namespace dragoman
