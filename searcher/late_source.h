// A source of documents that says it has every one, so that Xapian asks it last: about documents that all else of a query
// has let through.
#pragma once

#include <xapian.h>

namespace dragoman {

class LateSource : public Xapian::PostingSource {
 public:
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }

  void init(const Xapian::Database& shard) override {
    documents_ = shard.get_doccount();
    last_ = shard.get_lastdocid();
    document_ = 0;
    set_maxweight(0);
  }

  void next(double) override { document_ = first_from(document_ + 1); }
  void skip_to(Xapian::docid document, double) override { document_ = first_from(document); }
  bool at_end() const override { return document_ > last_; }
  Xapian::docid get_docid() const override { return document_; }

 protected:
  // The first document from this one on that the source has; end() when it has none.
  virtual Xapian::docid first_from(Xapian::docid document) = 0;

  Xapian::doccount documents() const { return documents_; }
  Xapian::docid end() const { return last_ + 1; }
  // For a check() that does not move to another document.
  void stand_at(Xapian::docid document) { document_ = document; }

 private:
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid document_ = 0;
};

}  // namespace dragoman
