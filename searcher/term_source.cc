#include "term_source.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ranked_word.h"
#include "word_postings.h"

namespace dragoman {
namespace {

using Xapian::Query;

class TermSource : public Xapian::PostingSource {
 public:
  TermSource(RankedWord word, ShardCaches& caches) : word_(std::move(word)), caches_(caches) {}

  Xapian::doccount get_termfreq_min() const override { return postings_->fewest(); }
  Xapian::doccount get_termfreq_est() const override {
    return (postings_->fewest() + postings_->most()) / 2;
  }
  Xapian::doccount get_termfreq_max() const override { return postings_->most(); }

  void init(const Xapian::Database& shard) override {
    postings_.emplace(shard, word_.terms, word_.bm25, caches_.of(shard));
    set_maxweight(postings_->max_score());
  }

  void next(double least) override { postings_->move_to(postings_->document() + 1, least); }
  void skip_to(Xapian::docid document, double least) override {
    if (document > postings_->document()) postings_->move_to(document, least);
  }
  bool at_end() const override { return postings_->at_end(); }
  Xapian::docid get_docid() const override { return postings_->document(); }
  double get_weight() const override { return postings_->score(); }

  PostingSource* clone() const override { return new TermSource(word_, caches_); }
  std::string get_description() const override {
    std::string out;
    for (const std::string& term : word_.terms) out += (out.empty() ? "" : " SYNONYM ") + term;
    return out;
  }

 private:
  RankedWord word_;
  ShardCaches& caches_;
  std::optional<WordPostings> postings_;  // of the shard
};

class Converter {
 public:
  Converter(const Xapian::Database& database, TermCounts& counts, const RankingProfile& profile,
            ShardCaches& caches)
      : reader_(database, counts, profile), caches_(caches) {}

  Query convert(const Query& query) const {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
      case Query::OP_SYNONYM:
      case Query::OP_SCALE_WEIGHT:
        return source(query);
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
  Query with_parts(const Query& query, std::size_t ranked) const {
    std::vector<Query> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
      parts.push_back(i < ranked ? convert(query.get_subquery(i)) : query.get_subquery(i));
    return Query(query.get_type(), parts.begin(), parts.end());
  }

  Query source(const Query& query) const {
    std::optional<RankedWord> word = reader_.word(query);
    if (!word) return query;
    return Query((new TermSource(std::move(*word), caches_))->release());
  }

  WordReader reader_;
  ShardCaches& caches_;
};

}  // namespace

Query with_term_sources(const Query& query, const Xapian::Database& database, TermCounts& counts,
                        const RankingProfile& profile, ShardCaches& caches) {
  return Converter(database, counts, profile, caches).convert(query);
}

}  // namespace dragoman
