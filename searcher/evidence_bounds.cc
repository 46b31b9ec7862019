#include "evidence_bounds.h"

#include <algorithm>
#include <string>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

// Whether there is a list of the titles that have the term: there is of words.
bool has_title_list(const std::string& term) {
  const bool is_word = term[0] < 'A' || term[0] > 'Z';
  return is_word && term.size() + kTitlePrefix.size() <= kMaxTermBytes;
}

void mark(const std::vector<Ranked>& matches, Xapian::PostingIterator at, UnitSet unit,
          std::vector<UnitSet>& sets) {
  const Xapian::PostingIterator end;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (at != end) at.skip_to(matches[i].document);
    if (at == end) return;
    if (*at == matches[i].document) sets[i] |= unit;
  }
}

}  // namespace

std::vector<double> EvidenceBounds::of(const std::vector<Ranked>& matches) const {
  const std::vector<UnitSet> titles = in_titles(matches);
  std::vector<double> bounds;
  for (std::size_t i = 0; i < matches.size(); ++i)
    bounds.push_back(scorer_.most({.text = matches[i].units, .title = titles[i]}));
  return bounds;
}

// The units that the title of each document may have.
std::vector<UnitSet> EvidenceBounds::in_titles(const std::vector<Ranked>& matches) const {
  std::vector<UnitSet> sets(matches.size());
  if (!has_titles_) return sets;
  UnitSet unit = 1;
  for (const EvidenceUnit& named : scorer_.units()) {
    if (std::all_of(named.terms.begin(), named.terms.end(), has_title_list)) {
      for (const std::string& term : named.terms)
        mark(matches, database_.postlist_begin(std::string(kTitlePrefix) + term), unit, sets);
    } else {
      for (UnitSet& set : sets) set |= unit;
    }
    unit <<= 1;
  }
  return sets;
}

}  // namespace dragoman
