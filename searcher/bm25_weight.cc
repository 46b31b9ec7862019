#include "bm25_weight.h"

#include <algorithm>
#include <cmath>

namespace dragoman {
namespace {

// Shorter documents than this part of the mean length gain nothing more.
constexpr double kLeastLength = 0.5;
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
  return Xapian::BM25Weight(k1_, 0, kK3, b_, kLeastLength);
}

void Bm25Weight::init(double factor) {
  if (factor == 0) return;  // only what a document has beside its words, and that is nothing
  const double all = get_collection_size();
  const double documents = std::max(all - placeholders_, 1.0);
  const double with_term = get_termfreq();
  // As in Xapian, a word that most documents have still weighs a little.
  double odds = (documents - with_term + 0.5) / (with_term + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  const double wqf = get_wqf();
  weight_ = factor * std::log(odds) * (k1_ + 1) * (kK3 + 1) * wqf / (kK3 + wqf);
  const double mean_length = get_average_length() * all / documents;
  length_factor_ = mean_length > 0 ? 1 / mean_length : 0;
}

double Bm25Weight::part(double wdf, double length) const {
  if (wdf == 0) return 0;
  const double normed = std::max(length * length_factor_, kLeastLength);
  return weight_ * wdf / (k1_ * (normed * b_ + 1 - b_) + wdf);
}

double Bm25Weight::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                               Xapian::termcount /*uniqterms*/) const {
  return part(wdf, length);
}

double Bm25Weight::get_maxpart() const {
  return part(get_wdf_upper_bound(), get_doclength_lower_bound());
}

double Bm25Weight::get_sumextra(Xapian::termcount /*length*/,
                                Xapian::termcount /*uniqterms*/) const {
  return 0;
}

}  // namespace dragoman
