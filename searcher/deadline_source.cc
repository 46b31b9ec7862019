#include "deadline_source.h"

#include <string>

#include "late_source.h"

namespace dragoman {
namespace {

using Xapian::Query;

// Every document, until the deadline.
class DeadlineSource : public LateSource {
 public:
  explicit DeadlineSource(Deadline& deadline) : deadline_(deadline) {}

  Xapian::doccount get_termfreq_min() const override { return documents(); }
  PostingSource* clone() const override { return new DeadlineSource(deadline_); }
  std::string get_description() const override { return "Deadline"; }

 private:
  Xapian::docid first_from(Xapian::docid document) override {
    return deadline_.passed() ? end() : document;
  }

  Deadline& deadline_;
};

}  // namespace

Query until(Deadline& deadline, const Query& query) {
  return Query(Query::OP_FILTER, query, Query((new DeadlineSource(deadline))->release()));
}

}  // namespace dragoman
