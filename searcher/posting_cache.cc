#include "posting_cache.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace dragoman {
namespace {

// One search asks for a word up to three times: all words, any word, facets.
constexpr unsigned kAskedBeforeKept = 4;

// A word of more terms, as of a wildcard, costs more to remember than it is likely to be asked for again.
constexpr std::size_t kMostTerms = 16;

// What is known of, kept or not; when there are more, or so many found no room, counts are halved: searches change, and
// words that once were asked for often must go some day.
constexpr std::size_t kMostWords = 8192;
constexpr unsigned kMostRefused = 4096;

using Posting = std::pair<Xapian::docid, Xapian::termcount>;

// Adds the postings of one more term of a word.
void add_term(const Xapian::Database& shard, const std::string& term, std::vector<Posting>& all) {
  const auto before = static_cast<std::ptrdiff_t>(all.size());
  for (auto at = shard.postlist_begin(term); at != shard.postlist_end(term); ++at)
    all.emplace_back(*at, at.get_wdf());
  std::inplace_merge(all.begin(), all.begin() + before, all.end());
}

}  // namespace

bool CachedPostings::has(Xapian::docid document) const {
  const std::size_t range = document / kRange;
  if (range + 1 >= begins.size()) return false;
  const auto begin = documents.begin() + begins[range], end = documents.begin() + begins[range + 1];
  return std::binary_search(begin, end, static_cast<std::uint16_t>(document));
}

WordFrequency word_frequency(const Xapian::Database& shard, const std::vector<std::string>& terms) {
  WordFrequency word;
  for (const std::string& term : terms) {
    const Xapian::doccount documents = shard.get_termfreq(term);
    if (documents == 0) continue;
    word.fewest = std::max(word.fewest, documents);
    word.most += documents;
    word.most_times += shard.get_wdf_upper_bound(term);
  }
  word.most = std::min(word.most, shard.get_doccount());
  return word;
}

std::shared_ptr<const CachedPostings> PostingCache::find(const std::vector<std::string>& terms,
                                                         const Bm25& bm25) {
  if (terms.size() > kMostTerms) return nullptr;
  while (words_.size() >= kMostWords) halve_counts();
  Word& word = words_[terms];
  if (++word.asked >= kAskedBeforeKept && word.fits && !word.postings) keep(terms, bm25, word);
  return word.postings;
}

std::shared_ptr<const CachedPostings> PostingCache::peek(const std::string& term) const {
  const auto word = words_.find({term});
  return word == words_.end() ? nullptr : word->second.postings;
}

void PostingCache::keep(const std::vector<std::string>& terms, const Bm25& bm25, Word& word) {
  const WordFrequency frequency = word_frequency(shard_, terms);
  word.fits = frequency.most > 0 && frequency.most <= capacity_;
  if (!word.fits) return;
  if (!make_room(frequency.most, word.asked)) {
    if (++refused_ == kMostRefused) halve_counts();
    return;
  }
  word.postings = unpacked(terms, frequency, bm25);
  word.fits = word.postings != nullptr;
  if (word.fits) kept_ += word.postings->documents.size();
}

// None when a document has the word too often.
std::shared_ptr<const CachedPostings> PostingCache::unpacked(const std::vector<std::string>& terms,
                                                             const WordFrequency& frequency,
                                                             const Bm25& bm25) {
  std::vector<Posting> all;
  all.reserve(frequency.most);
  for (const std::string& term : terms) add_term(shard_, term, all);
  auto postings = std::make_shared<CachedPostings>();
  postings->frequency = frequency;
  for (auto at = all.begin(); at != all.end();) {
    const Xapian::docid document = at->first;
    Xapian::termcount times = 0;
    for (; at != all.end() && at->first == document; ++at) times += at->second;
    if (times > std::numeric_limits<std::uint8_t>::max()) return nullptr;
    const double part = bm25.part(times, lengths_.of(document));
    const auto bound = static_cast<CachedPostings::Bound>(std::ceil(part * CachedPostings::kWhole));
    while (postings->begins.size() <= document / CachedPostings::kRange)
      postings->begins.push_back(static_cast<std::uint32_t>(postings->documents.size()));
    postings->documents.push_back(static_cast<std::uint16_t>(document));
    postings->times.push_back(static_cast<std::uint8_t>(times));
    postings->bounds.push_back(bound);
    postings->most = std::max(postings->most, bound);
  }
  postings->begins.push_back(static_cast<std::uint32_t>(postings->documents.size()));
  postings->documents.shrink_to_fit();
  postings->times.shrink_to_fit();
  postings->bounds.shrink_to_fit();
  return postings;
}

// Drops words that were asked for less than half as often; false when those that stay leave no room.
bool PostingCache::make_room(std::size_t postings, unsigned asked) {
  while (kept_ + postings > capacity_) {
    Word* least = nullptr;
    for (auto& [terms, word] : words_) {
      if (word.postings && (least == nullptr || word.asked < least->asked)) least = &word;
    }
    if (least == nullptr || 2 * least->asked >= asked) return false;
    kept_ -= least->postings->documents.size();
    least->postings.reset();
  }
  return true;
}

void PostingCache::halve_counts() {
  refused_ = 0;
  for (auto& [terms, word] : words_) word.asked /= 2;
  std::erase_if(words_, [this](const auto& entry) {
    const Word& word = entry.second;
    if (word.asked > 0) return false;
    if (word.postings) kept_ -= word.postings->documents.size();
    return true;
  });
}

}  // namespace dragoman
