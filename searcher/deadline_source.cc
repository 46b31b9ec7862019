#include "deadline_source.h"

#include <string>

namespace dragoman {
namespace {

using Xapian::Query;

// Every document, until the deadline. Xapian asks it last, for nothing has more documents.
class DeadlineSource : public Xapian::PostingSource {
 public:
  explicit DeadlineSource(Deadline& deadline) : deadline_(deadline) {}

  Xapian::doccount get_termfreq_min() const override { return documents_; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }

  void init(const Xapian::Database& shard) override {
    documents_ = shard.get_doccount();
    last_ = shard.get_lastdocid();
    document_ = 0;
    set_maxweight(0);
  }

  void next(double) override { move_to(document_ + 1); }
  void skip_to(Xapian::docid document, double) override { move_to(document); }
  bool at_end() const override { return document_ > last_; }
  Xapian::docid get_docid() const override { return document_; }
  PostingSource* clone() const override { return new DeadlineSource(deadline_); }
  std::string get_description() const override { return "Deadline"; }

 private:
  void move_to(Xapian::docid document) { document_ = deadline_.passed() ? last_ + 1 : document; }

  Deadline& deadline_;
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid document_ = 0;
};

}  // namespace

Query until(Deadline& deadline, const Query& query) {
  return Query(Query::OP_FILTER, query, Query((new DeadlineSource(deadline))->release()));
}

}  // namespace dragoman
