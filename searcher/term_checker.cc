#include "term_checker.h"

#include <utility>

namespace dragoman {

bool TermChecker::has(const std::string& term, Xapian::docid document) {
  const Xapian::PostingIterator end;
  const auto [entry, is_new] = lists_.try_emplace(term);
  auto& [at, asked, kept] = entry->second;
  if (is_new) kept = cached(term);
  if (!kept.empty()) {
    const std::size_t shard = (document - 1) % kept.size();
    return kept[shard]->has((document - 1) / static_cast<Xapian::docid>(kept.size()) + 1);
  }
  if (is_new || document < asked) at = database_.postlist_begin(term);
  asked = document;
  if (at != end) at.skip_to(document);
  return at != end && *at == document;
}

std::vector<std::shared_ptr<const CachedPostings>> TermChecker::cached(
    const std::string& term) const {
  std::vector<std::shared_ptr<const CachedPostings>> all;
  for (const Xapian::Database& shard : shards_) {
    auto postings = caches_->of(shard).postings.peek(term);
    if (!postings) return {};
    all.push_back(std::move(postings));
  }
  return all;
}

}  // namespace dragoman
