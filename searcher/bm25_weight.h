// BM25 (bm25.h) for a database in which some documents are only
// placeholders (live_documents.h): they count neither as documents nor in the mean length, so that
// scores do not tell how an index came to be.
#pragma once

#include <string>

#include <xapian.h>

#include "bm25.h"

namespace dragoman {

class Bm25Weight : public Xapian::Weight {
 public:
  Bm25Weight(double k1, double b, Xapian::doccount placeholders);

  Bm25Weight* clone() const override { return new Bm25Weight(k1_, b_, placeholders_); }
  // To a remote database this is Xapian's own, which is what a server knows.
  std::string name() const override { return stock().name(); }
  std::string serialise() const override { return stock().serialise(); }
  Xapian::Weight* unserialise(const std::string& bytes) const override {
    return stock().unserialise(bytes);
  }

  void init(double factor) override;
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount uniqterms) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount length, Xapian::termcount uniqterms) const override;
  double get_maxextra() const override { return 0; }

 private:
  Xapian::BM25Weight stock() const;

  double k1_;
  double b_;
  Xapian::doccount placeholders_;
  double factor_ = 0;
  Bm25 bm25_;
};

}  // namespace dragoman
