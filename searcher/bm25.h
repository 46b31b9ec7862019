// BM25 of one word: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; as
// Xapian::BM25Weight computes it.
//
//   Bm25 word(1.2, 0.75, {.documents = 10000, .with_word = 12, .mean_length = 800});
//   score += word.score(3, 750);
#pragma once

#include <algorithm>
#include <cmath>

namespace dragoman {

struct Bm25Counts {
  double documents = 0;
  double with_word = 0;
  double mean_length = 0;  // in words
};

class Bm25 {
 public:
  // Shorter documents than this part of the mean length gain nothing more.
  static constexpr double kLeastLength = 0.5;

  Bm25() = default;
  Bm25(double k1, double b, const Bm25Counts& counts) : k1_(k1), b_(b) {
    // As in Xapian, a word that most documents have still weighs a little.
    double odds = (counts.documents - counts.with_word + 0.5) / (counts.with_word + 0.5);
    if (odds < 2) odds = odds * 0.5 + 1;
    weight_ = std::log(odds) * (k1 + 1);
    length_factor_ = counts.mean_length > 0 ? 1 / counts.mean_length : 0;
  }

  // The same, with all scores times `factor`. Requires: factor >= 0.
  Bm25 scaled(double factor) const {
    Bm25 other = *this;
    other.weight_ *= factor;
    return other;
  }

  // Of a document of `length` words that has the word `times` times.
  double score(double times, double length) const {
    return times == 0 ? 0 : weight_ * times / (often(length) + times);
  }
  // … in parts of weight().
  double part(double times, double length) const {
    return times == 0 ? 0 : times / (often(length) + times);
  }
  // No score is higher.
  double weight() const { return weight_; }

 private:
  // So many times bring half of the weight.
  double often(double length) const {
    return k1_ * (std::max(length * length_factor_, kLeastLength) * b_ + 1 - b_);
  }

  double k1_ = 0;
  double b_ = 0;
  double weight_ = 0;         // of a word that a document has very often
  double length_factor_ = 0;  // 1 / mean length
};

}  // namespace dragoman
