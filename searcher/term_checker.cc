#include "term_checker.h"

namespace dragoman {

bool TermChecker::has(const std::string& term, Xapian::docid document) {
  const Xapian::PostingIterator end;
  const auto [entry, is_new] = lists_.try_emplace(term);
  auto& [at, asked] = entry->second;
  if (is_new || document < asked) at = database_.postlist_begin(term);
  asked = document;
  if (at != end) at.skip_to(document);
  return at != end && *at == document;
}

}  // namespace dragoman
