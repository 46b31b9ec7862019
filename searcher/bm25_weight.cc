#include "bm25_weight.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr double kK3 = 1;

}  // namespace

Bm25Weight::Bm25Weight(double k1, double b, Xapian::doccount placeholders)
    : k1_(k1), b_(b), placeholders_(placeholders) {
  for (const stat_flags needed :
       {COLLECTION_SIZE, TERMFREQ, WDF, WDF_MAX, DOC_LENGTH, DOC_LENGTH_MIN, AVERAGE_LENGTH, WQF}) {
    need_stat(needed);
  }
}

Xapian::BM25Weight Bm25Weight::stock() const {
  return Xapian::BM25Weight(k1_, 0, kK3, b_, Bm25::kLeastLength);
}

void Bm25Weight::init(double factor) {
  if (factor == 0) return;  // only what a document has beside its words, and that is nothing
  const double all = get_collection_size();
  const double documents = std::max(all - placeholders_, 1.0);
  const double wqf = get_wqf();
  factor_ = factor * (kK3 + 1) * wqf / (kK3 + wqf);
  bm25_ = Bm25(k1_, b_,
               {.documents = documents,
                .with_word = static_cast<double>(get_termfreq()),
                .mean_length = get_average_length() * all / documents});
}

double Bm25Weight::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                               Xapian::termcount /*uniqterms*/) const {
  return factor_ * bm25_.score(wdf, length);
}

double Bm25Weight::get_maxpart() const {
  return factor_ * bm25_.score(get_wdf_upper_bound(), get_doclength_lower_bound());
}

double Bm25Weight::get_sumextra(Xapian::termcount /*length*/,
                                Xapian::termcount /*uniqterms*/) const {
  return 0;
}

}  // namespace dragoman
