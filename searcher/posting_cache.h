// The documents that have a word, in memory, for words that are asked for again and again: Xapian unpacks a posting list
// anew each time it is walked, and a word is often several terms, whose lists are walked side by side.
//
//   PostingCache cache(shard, lengths);
//   if (std::shared_ptr<const CachedPostings> postings = cache.find({"summit", "summits"}, bm25)) …
//
// Those asked for least often go first; counts are halved from time to time, so that all go one day. A program that
// searches once keeps none. At most kMostPostings of four bytes. Not thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "bm25.h"
#include "document_lengths.h"

namespace dragoman {

// What a shard tells of a word that is any of some terms.
struct WordFrequency {
  Xapian::doccount fewest = 0, most = 0;  // documents have it, between these
  Xapian::termcount most_times = 0;       // in one document
};

// Throws what Xapian throws.
WordFrequency word_frequency(const Xapian::Database& shard, const std::vector<std::string>& terms);

// Columns of one table, a row a document, in rising order: what is walked through must be small more than anything. Of a
// document's number there are the lower 16 bits; the rows of those that have the upper bits in common are a range of rows.
struct CachedPostings {
  // A score in parts of Bm25::weight(), rounded up.
  using Bound = std::uint8_t;
  static constexpr unsigned kWhole = std::numeric_limits<Bound>::max();

  std::vector<std::uint16_t> documents;
  std::vector<Bound> bounds;        // of their scores
  std::vector<std::uint8_t> times;  // that they have the word
  // Where each range begins; and the end of the last one.
  std::vector<std::uint32_t> begins = {0};
  Bound most = 0;  // of the bounds
  WordFrequency frequency;

  bool has(Xapian::docid document) const;

  // How many documents there may be in a range.
  static constexpr Xapian::docid kRange = 1 << 16;
};

class PostingCache {
 public:
  static constexpr std::size_t kMostPostings = 8'000'000;

  // Keeps so many at once. `lengths`, those of the shard, must outlive the cache.
  PostingCache(const Xapian::Database& shard, DocumentLengths& lengths,
               std::size_t capacity = kMostPostings)
      : shard_(shard), lengths_(lengths), capacity_(capacity) {}

  // The postings of a word that is any of the terms; null where they are not kept. Requires: always the same bm25 but for
  // its weight. Throws what Xapian throws.
  std::shared_ptr<const CachedPostings> find(const std::vector<std::string>& terms,
                                             const Bm25& bm25);
  // The same, of a word that is one term, without counting that it was asked for.
  std::shared_ptr<const CachedPostings> peek(const std::string& term) const;

 private:
  struct Word {
    unsigned asked = 0;
    bool fits = true;  // what is known of it so far
    std::shared_ptr<const CachedPostings> postings;
  };

  void keep(const std::vector<std::string>& terms, const Bm25& bm25, Word& word);
  std::shared_ptr<const CachedPostings> unpacked(const std::vector<std::string>& terms,
                                                 const WordFrequency& frequency, const Bm25& bm25);
  bool make_room(std::size_t postings, unsigned asked);
  void halve_counts();

  Xapian::Database shard_;
  DocumentLengths& lengths_;
  std::size_t capacity_;
  std::size_t kept_ = 0;  // postings
  unsigned refused_ = 0;  // since counts were halved
  std::map<std::vector<std::string>, Word> words_;
};

}  // namespace dragoman
